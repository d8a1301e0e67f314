import { readPage, type PageMaterial } from 'tactful/inspector';

const MOST = 500;
const LONGEST = 512;

type Stored = PageMaterial['stored'];

function askedHosts(): PageMaterial['hosts'] {
  const counts = new Map<string, number>();
  for (const { name } of performance.getEntriesByType('resource')) {
    if (!URL.canParse(name)) continue;
    const { hostname, protocol } = new URL(name);
    // What never left the device tells nobody.
    if (hostname !== '' && /^(https?|wss?):$/.test(protocol)) counts.set(hostname, (counts.get(hostname) ?? 0) + 1);
  }
  return [...counts].slice(0, MOST).map(([host, requests]) => ({ host, requests }));
}

function cookieNames(): readonly string[] {
  try {
    return document.cookie.split(';').flatMap((pair) => pair.split('=', 1)[0]?.trim() || []);
  } catch {
    return []; // a page in a sandbox has no cookies
  }
}

function keysOf(open: () => Storage): readonly string[] {
  try {
    return Object.keys(open());
  } catch {
    return []; // storage that is switched off holds nothing
  }
}

/** Where one engine keeps databases beside the others; only those that are there are opened. */
interface Buckets {
  readonly keys: () => Promise<readonly string[]>;
  readonly open: (name: string) => Promise<{ readonly indexedDB: IDBFactory }>;
}

async function databaseNames(): Promise<readonly string[]> {
  try {
    const databases = await indexedDB.databases();
    const { storageBuckets } = navigator as { readonly storageBuckets?: Buckets };
    for (const bucket of (await storageBuckets?.keys()) ?? [])
      databases.push(...((await (await storageBuckets?.open(bucket))?.indexedDB.databases()) ?? []));
    return databases.flatMap(({ name }) => name ?? []);
  } catch {
    return []; // as above
  }
}

const named = (place: Stored[number]['place'], names: readonly string[]): Stored =>
  names.slice(0, MOST).map((name) => ({ place, name: name.slice(0, LONGEST) }));

/** What this page gives away: hosts it asked, products it announces, names of what it stored. Names only, never values. */
export async function collectPage(): Promise<Omit<PageMaterial, 'dataLayer'>> {
  return {
    hosts: askedHosts(),
    products: readPage(document),
    stored: [
      ...named('cookie', cookieNames()),
      ...named(
        'local',
        keysOf(() => localStorage),
      ),
      ...named(
        'session',
        keysOf(() => sessionStorage),
      ),
      ...named('database', await databaseNames()),
    ],
  };
}
