import type { Now } from '../engine/index.js';
import { isAnyIn } from '../engine/purpose.js';
import { newReplica } from '../storage/index.js';
import type { ImportReceipt } from '../storage/format.js';
import { Failure } from './failure.js';
import { planMerge, type Merging } from './plan-merge.js';
import { readExport, type ExportReading } from './read-export.js';
import { lookAgain, type Session } from './session.js';

function read(session: Session, text: string): ExportReading {
  const outcome = readExport(text);
  if ('failure' in outcome) {
    const { code, message, path } = outcome.failure;
    throw new Failure(code, message, path);
  }
  const { reading } = outcome;
  // Scopes are told apart on purpose: two shoppers of one device, or two shops of one origin.
  if (reading.scope !== session.request.scope)
    throw new Failure('IMPORT_INVALID', 'import: scope: another one than here', 'scope');
  return reading;
}

/**
 * Takes in the text of an export: all of it in one transaction, or nothing.
 *
 * Without a purpose that is `in` nothing is opened or written, and every row is refused as such. Consent is not touched.
 */
export async function importLog(
  session: Session,
  { text, now }: { readonly text: string; readonly now: Now },
): Promise<ImportReceipt> {
  const file = read(session, text);
  await lookAgain(session);
  const merging: Merging = { purposes: session.request.purposes, now, id: `${newReplica()}:0` };
  const { store, meta } = session;
  if (!store || !isAnyIn(meta.consent)) return planMerge({ meta, events: [], erasures: [] }, file, merging).receipt;
  let receipt: ImportReceipt | undefined;
  await store.merge((held) => {
    const plan = planMerge(held, file, merging);
    receipt = plan.receipt;
    return plan;
  });
  // A row that stands in for another has its name: what was read before is read again.
  session.rows.clear();
  await lookAgain(session);
  if (!receipt) throw new Failure('INTERNAL', 'import: no plan was made');
  return receipt;
}
