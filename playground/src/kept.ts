// What the shop itself keeps on this device: the cart, the language, the playground's clock and whether its pane is
// open. This is the shop's business, not tactful's: it is kept without consent because a shop cannot work without it,
// tactful never reads it, and tactful's erasing does not touch it.

const KEYS = {
  cart: 'hamer-halm:cart',
  lang: 'hamer-halm:lang',
  shift: 'hamer-halm:clock',
  pane: 'hamer-halm:pane',
  reset: 'hamer-halm:reset',
} as const;

/** One of the things that the shop keeps. */
export type KeptName = keyof typeof KEYS;

/** What was kept, or `null`; also where the browser refuses storage. */
export function readKept(name: KeptName): string | null {
  try {
    return localStorage.getItem(KEYS[name]);
  } catch {
    return null; // a browser that keeps nothing is a shop that begins anew on each visit
  }
}

/** Keeps a text, or forgets it when it is `null`. */
export function keep(name: KeptName, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(KEYS[name]);
    else localStorage.setItem(KEYS[name], text);
  } catch {
    // storage is refused or full: the shop goes on with what it has in memory
  }
}

/** Forgets all of it, and tells the other tabs that they too begin anew. */
export function forgetKept(): void {
  for (const name of ['cart', 'lang', 'shift', 'pane'] as const) keep(name, null);
  keep('reset', String(Date.now()));
  keep('reset', null);
}

/** Calls back when another tab kept or forgot something; returns the function that stops it. */
export function onKept(changed: (name: KeptName) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent): void => {
    for (const name of ['cart', 'lang', 'shift'] as const) if (key === KEYS[name] || key === null) changed(name);
    if (key === KEYS.reset && newValue !== null) changed('reset');
  };
  addEventListener('storage', listen);
  return () => {
    removeEventListener('storage', listen);
  };
}
