// One byte beside the database: whether what the browser writes there may be torn. It lies in a file of its own that is
// there before it is needed, because a full disk takes no new one, and it says nothing about anybody.

const NAME = (scope: string): string => `tactful-${scope}.mark`;
/** A file that can be written in place, as it can in a worker. */
interface InPlace {
  readonly createSyncAccessHandle?: () => Promise<{
    readonly write: (bytes: Uint8Array<ArrayBuffer>, where: { readonly at: number }) => number;
    readonly flush: () => void;
    readonly close: () => void;
  }>;
}

const ATTEMPTS = 5;
const PAUSE_MS = 20;

async function write(scope: string, torn: boolean): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = (await root.getFileHandle(NAME(scope), { create: true })) as InPlace;
  const handle = await file.createSyncAccessHandle?.();
  if (!handle) return;
  try {
    handle.write(Uint8Array.of(torn ? 1 : 0), { at: 0 });
    handle.flush();
  } finally {
    handle.close();
  }
}

/** Says whether the store may be torn. Tries again while another tab does the same; where there are no such files, nothing. */
export async function markTorn(scope: string, torn: boolean): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      await write(scope, torn);
      return;
    } catch {
      // Held by another tab, or not to be had here: the store then heals only in the page that saw it fail.
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Whether a page found the store torn and could not heal it; `undefined` where nothing was ever said. */
export async function isTorn(scope: string): Promise<boolean | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle(NAME(scope))).getFile();
    return new Uint8Array(await file.arrayBuffer())[0] === 1;
  } catch {
    // No file, or no files at all in this browser.
    return undefined;
  }
}

/** Takes the mark away with the store. */
export async function removeMark(scope: string): Promise<void> {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(NAME(scope));
  } catch {
    // There was none.
  }
}
