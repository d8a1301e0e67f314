// What was acknowledged, against what is on disk.

/** What the page was told, over all visits to one log. */
export const newAccount = () => ({
  begun: Date.now(),
  rows: new Map(),
  reservations: new Map(),
  refused: new Map(),
  seen: [],
  diskless: 0,
});

const { imul } = Math;

/** The name of an item, long or short, by its id alone: whoever reads it knows whether it is whole. Also runs in the page. */
export function itemName(id) {
  let mixed = 7;
  for (let index = 0; index < id.length; index++) mixed = imul(mixed, 31) + id.charCodeAt(index);
  return `${id};`.repeat(1 + ((mixed >>> 8) % 30));
}

/** Writes down what the page tells. Without the disk nothing is promised, which is counted. */
export function note(account, { kind, receipt, ...told }) {
  if (kind === 'storage') account.storage = told.storage;
  if (kind === 'storage' && told.storage !== 'persistent') account.diskless++;
  if (account.storage !== 'persistent') return;
  if (kind === 'decide') for (const offer of told.offers) account.reservations.set(told.id, offer);
  if (kind === 'log') account.seen.push(told);
  if (receipt?.kept) account.rows.set(receipt.id, told.item);
  if (receipt?.kept === false) account.refused.set(receipt.reason, (account.refused.get(receipt.reason) ?? 0) + 1);
}

const counterOf = (id) => Number(id.slice(id.indexOf(':') + 1));
const replicaOf = (id) => id.slice(0, id.indexOf(':'));

const itemOf = ({ params }) => params?.items?.[0];

function isWhole({ id, to, rows }) {
  const last = rows.at(-1);
  const fits = id === rows[0]?.id && to === counterOf(last?.id ?? '');
  return (
    fits &&
    rows.every((row) => itemOf(row)?.item_name === undefined || itemOf(row).item_name === itemName(itemOf(row).item_id))
  );
}

const doublesIn = (names) => names.length - new Set(names).size;

/** Writers whose rows are no gapless prefix: a counter is missing below one that is there. */
function gapsIn(ids) {
  const counters = new Map();
  for (const id of ids) counters.set(replicaOf(id), [...(counters.get(replicaOf(id)) ?? []), counterOf(id)]);
  return [...counters.values()].filter((found) => Math.max(...found) + 1 !== new Set(found).size).length;
}

function overshotIn(ledger, cap) {
  const shown = new Map();
  for (const { offerId, state } of ledger) {
    if (state !== 'released') shown.set(offerId, (shown.get(offerId) ?? 0) + 1);
  }
  return [...shown.values()].filter((count) => count > cap).length;
}

/** What is wrong with a store, each with its number; `cap` holds for every offer. */
export function judge({ meta, events, ledger }, account, cap) {
  const current = events.filter(({ epoch }) => epoch === meta?.epoch);
  const rows = current.flatMap((segment) => segment.rows);
  const ids = rows.map(({ id }) => id);
  const there = new Set(ids);
  const reserved = new Map(ledger.map(({ id, offerId }) => [id, offerId]));
  const items = rows.filter((row) => itemOf(row)?.item_name !== undefined).map((row) => itemOf(row).item_id);
  return {
    rows: rows.length,
    lost: [...account.rows.keys()].filter((id) => !there.has(id)).length,
    unreserved: [...account.reservations].filter(([id, offer]) => reserved.get(id) !== offer).length,
    torn: current.filter((segment) => !isWhole(segment)).length,
    doubled: doublesIn(ids) + doublesIn(items),
    gaps: account.refused.size > 0 ? 0 : gapsIn(ids),
    overshot: overshotIn(ledger, cap),
  };
}
