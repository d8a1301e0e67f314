import type { StoreDatabase } from './open.js';
import { keepsALog } from './keeps-a-log.js';
import { HERE_CHANNEL, NOTE_PREFIX, type Word } from './open-note.js';
import { readAtOnce, whole, writing } from './transaction.js';

/** A page that does not answer so soon is taken for one that was killed. Where it was only busy the log is healed in vain. */
const ANSWER_MS = 250;

/** The notes of those that answer, out of so many. */
function answered(scope: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const channel = new BroadcastChannel(HERE_CHANNEL);
  const here = new Set<string>();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      channel.close();
      resolve(here);
    };
    const timer = setTimeout(end, ANSWER_MS);
    channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.scope === scope && data.here !== undefined) here.add(data.here);
      if (keys.every((key) => here.has(key))) end();
    };
    channel.postMessage({ scope } satisfies Word);
  });
}

/** Notes that no page stands behind: whoever put them was killed, and with them perhaps a record that was half written. */
export async function notesLeft(database: StoreDatabase, scope: string): Promise<readonly string[]> {
  if (!keepsALog()) return [];
  const all = await readAtOnce(database, ['meta'], (transaction) => transaction.objectStore('meta').getAllKeys());
  const keys = all.filter((key) => key.startsWith(NOTE_PREFIX));
  if (keys.length === 0) return [];
  const here = await answered(scope, keys);
  return keys.filter((key) => !here.has(key));
}

/** Takes away notes of others, and says so: whoever lives all the same, and was only slow, puts its note again. */
export async function removeNotes(database: StoreDatabase, scope: string, keys: readonly string[]): Promise<void> {
  const transaction = writing(database, ['meta']);
  await whole(transaction, async () => {
    for (const key of keys) await transaction.objectStore('meta').delete(key);
  });
  const channel = new BroadcastChannel(HERE_CHANNEL);
  channel.postMessage({ scope, taken: keys } satisfies Word);
  channel.close();
}
