import { asJson } from '../engine/json.js';
import type { ExportDocument, ImportReceipt, Now } from '../worker/protocol.js';
import type { PageSession } from './page-session.js';
import { seal, unseal, type SealedExport } from './seal.js';
import { TactfulError } from './tactful-error.js';
import { viewProfile } from './view-profile.js';

// An export to keep or to carry to another device, and the way back.

/** What `import()` takes: the file itself, its text, or the document that `export()` gave. */
export type ImportFile = Blob | string | ExportDocument | SealedExport;

/** In bytes. The worker counts the characters; this is so that nothing endless is read into memory. */
const MOST_BYTES = 200_000_000;
/** In milliseconds: what 100,000 rows take on a slow device, several times over. */
const PATIENCE_MS = 60_000;
const SEALED = '"tactful-export-sealed"';
/** So far into a file its name is looked for. */
const HEAD = 2000;

const invalid = (what: string): TactfulError =>
  new TactfulError({ code: 'IMPORT_INVALID', message: `import: ${what}` });
const tooLarge = (): TactfulError =>
  new TactfulError({ code: 'IMPORT_TOO_LARGE', message: `import: more than ${MOST_BYTES} bytes` });

/** Everything held, with the profile in it; with a passphrase as a document that only that opens. */
export async function exportAll(
  session: PageSession,
  { now, passphrase }: { readonly now: Now; readonly passphrase?: string | undefined },
): Promise<ExportDocument | SealedExport> {
  const held = await session.call('export', { now }, PATIENCE_MS);
  const document: ExportDocument = { ...held, profile: asJson(await viewProfile(session, now)) };
  return passphrase === undefined ? document : seal(JSON.stringify(document), passphrase);
}

async function textOf(file: unknown): Promise<string> {
  if (typeof file === 'string') return file;
  if (file instanceof Blob) {
    if (file.size > MOST_BYTES) throw tooLarge();
    return file.text();
  }
  try {
    const text = JSON.stringify(file) as string | undefined;
    if (text !== undefined) return text;
  } catch {
    // Cyclic, or it hits back: what it threw is its own, and may quote it.
  }
  throw invalid('not a file, a text or a document');
}

function sealedIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.slice(0, HEAD).includes(SEALED)) return undefined;
  try {
    const value = JSON.parse(text) as { readonly format?: unknown } | null;
    return value?.format === 'tactful-export-sealed' ? { ...value } : undefined;
  } catch {
    throw invalid('not JSON, or cut off');
  }
}

async function opened(text: string, passphrase: string | undefined): Promise<string> {
  const sealed = sealedIn(text);
  if (!sealed) {
    // Whoever gives a passphrase counts on a file that nobody changed.
    if (passphrase === undefined) return text;
    throw invalid('passphrase: the file is not sealed');
  }
  if (passphrase === undefined)
    throw new TactfulError({ code: 'PASSPHRASE_NEEDED', message: 'import: sealed with a passphrase' });
  return unseal(sealed, passphrase);
}

/**
 * Takes in a file: all of it or nothing.
 *
 * From then on this tab writes under a new name, so that no row of its own is ever called as one of the file is.
 */
export async function importFile(
  session: PageSession,
  { file, now, passphrase }: { readonly file: unknown; readonly now: Now; readonly passphrase?: string | undefined },
): Promise<ImportReceipt> {
  const whole = await textOf(file);
  if (whole.length > MOST_BYTES) throw tooLarge();
  const text = await opened(whole, passphrase);
  session.log.renew();
  const receipt = await session.call('import', { text, now }, PATIENCE_MS);
  session.changed();
  return receipt;
}
