import { createTactful, type Catalog, type Tactful, type TactfulOptions } from '../client/index.js';

// What the tests of the elements have in common: a page with the real library, its worker and its store.

/** A picture of one pixel, inline. */
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNgYAAAAAMAASsJTYQAAAAASUVORK5CYII=';

const others = ['paint', 'tools', 'light', 'wood'].map((shelf) => ({
  id: `offer-${shelf}`,
  class: 'suggest' as const,
  category: ['house', shelf],
  price: 1995,
  content: { en: { title: `Something in ${shelf}` } },
}));

/** One offer that is shown to whoever says they like hoses, and a few that are not. */
export const HOSES: Catalog = {
  format: 'tactful-catalog',
  version: '1',
  currency: 'EUR',
  offers: [
    {
      id: 'offer-hose',
      class: 'suggest',
      category: ['garden', 'hoses'],
      price: 2495,
      discount: 250,
      content: {
        en: {
          title: 'A hose that does not kink',
          text: 'With a reel for the wall.',
          action: { label: 'Look', url: '#hose' },
          image: PIXEL,
        },
        nl: { title: 'Een slang die niet knikt', action: { label: 'Kijk', url: '#slang' } },
      },
    },
    ...others,
  ],
};

/** What a test opened, to be undone after it. */
export interface TestPage {
  readonly root: HTMLElement;
  /** A new instance in a scope of its own. */
  readonly create: (options?: Partial<TactfulOptions>) => Tactful;
  /** The same, once the shopper has agreed and said that they like hoses. */
  readonly agreed: (options?: Partial<TactfulOptions>) => Promise<Tactful>;
  readonly close: () => void;
}

/** A page of which everything is gone after `close()`. */
export function openTestPage(): TestPage {
  const root = document.body.appendChild(document.createElement('main'));
  const opened: Tactful[] = [];
  const create: TestPage['create'] = (options = {}) => {
    const scope = `e-${crypto.randomUUID().slice(0, 8)}`;
    const tactful = createTactful({ catalog: HOSES, scope, ...options });
    opened.push(tactful);
    return tactful;
  };
  return {
    root,
    create,
    agreed: async (options) => {
      const tactful = create(options);
      await tactful.consent.set({ personalization: 'in' });
      await tactful.declare({ kind: 'preference', facet: 'category', value: 'garden/hoses', level: 2 });
      return tactful;
    },
    close: () => {
      root.remove();
      for (const tactful of opened) {
        tactful.close();
        // Not waited for: no scope is used twice, and WebKit may leave the request of a page that just ended a worker unanswered.
        indexedDB.deleteDatabase(`tactful:${tactful.scope}`);
        const { storageBuckets } = navigator as { storageBuckets?: { delete: (name: string) => Promise<void> } };
        storageBuckets?.delete(`tactful-${tactful.scope}`).catch(() => undefined);
      }
    },
  };
}

/** A turn of the event loop; frames would stall in a window that another one covers. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

const LONG_MS = 15_000;

/** The value as soon as there is one, looked for at every turn. A vain wait ends before the test's own time limit, and says for what. */
export async function until<Value>(
  look: () => Value | undefined | false | null | Promise<Value | undefined | false | null>,
): Promise<Value> {
  const end = performance.now() + LONG_MS;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    await turn();
  }
  throw new Error(`never came: ${String(look)}`);
}

/** The first element of a part, in the shadow root of an element. */
export function part(host: Element, name: string): HTMLElement | null {
  return host.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`) ?? null;
}

/** The part as soon as it is there. */
export function partOf(host: Element, name: string): Promise<HTMLElement> {
  return until(() => part(host, name));
}

/** Where the focus really is, through shadow roots. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

interface Axe {
  readonly run: (element: Element) => Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
  }>;
}

/** What axe-core finds wrong with an element, one line each; the test imports `axe-core/axe.min.js`. */
export async function axeFindings(element: Element): Promise<readonly string[]> {
  const axe = Reflect.get(window, 'axe') as Axe | undefined;
  if (axe === undefined) throw new Error('axe: not loaded');
  const { violations } = await axe.run(element);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
