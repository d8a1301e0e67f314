import { expect } from 'chai';
import { DAY_MS, foldLog, type Event } from '../../src/engine/index.js';
import type { CallName, Calls } from '../../src/worker/protocol.js';
import { bytesOf, expectSameBytes } from './bytes-of.js';
import { brokenCaps } from './naive-caps.js';
import type { Device, Tab } from './reliability-device.js';
import type { AtRest } from './reliability-disk.js';
import type { Model } from './reliability-model.js';
import { CAPS, COMPILED, MODEL, PURPOSE_IDS, PURPOSES } from './reliability-shop.js';

/** What is so after a command: the plain lists, the device, and what lies at rest. */
export interface Scene {
  readonly model: Model;
  readonly device: Device;
  readonly atRest: AtRest;
}

/** What is looked at after every command; throws where it is not so. */
export type Check = (scene: Scene) => Promise<void> | void;

/** What a tab answers; asked again where its store failed just then. */
async function told<Name extends CallName>(
  tab: Tab,
  [name, argument]: readonly [Name, Parameters<Calls[Name]>[0]],
): Promise<ReturnType<Calls[Name]>> {
  for (let time = 0; time < 3; time++) {
    const outcome = await tab.call(name, argument);
    if (outcome.ok) return outcome.value;
  }
  throw new Error(`${name}: refused three times`);
}

const rowsIn = (tab: Tab): Promise<readonly Event[]> => told(tab, ['log', {}]);

const FOLD = { catalog: COMPILED, model: MODEL, wearHalfLifeDays: CAPS.wear.halfLifeDays, purposes: PURPOSES };

/** rel I-03: what grew in a worker, through crashes, bells and erasures, is what its rows give when they are read anew. */
export const grownIsRecomputed: Check = async ({ device }) => {
  for (const tab of device.tabs) {
    const { folded } = await told(tab, ['profile', { now: device.now() }]);
    expectSameBytes(folded, foldLog(await rowsIn(tab), FOLD));
  }
};

const counterOf = (id: string): number => Number(id.slice(id.indexOf(':') + 1));

/** How many rows of a replica are missing below the last one that is there. */
function gaps(tab: Tab, { model, atRest }: Scene): number {
  const isOwn = (id: string): boolean => id.startsWith(`${tab.replica}:`);
  const there = new Set(atRest.rows.flatMap(({ id }) => (isOwn(id) ? counterOf(id) : [])));
  const taken = new Set([...model.dead, ...model.aged].filter(isOwn).map(counterOf));
  const last = Math.max(-1, ...there);
  return Array.from({ length: last + 1 }, (_, n) => n).filter((n) => !there.has(n) && !taken.has(n)).length;
}

/** rel I-06, N1 to N3: acknowledged rows are there once, nothing is there that was never offered, every gap has its reason. */
export const theAcknowledgedIsThere: Check = (scene) => {
  const { model, device, atRest } = scene;
  const ids = atRest.rows.map(({ id }) => id);
  expect(ids.length, 'rows that are there twice').to.equal(new Set(ids).size);
  const there = new Set(ids);
  const lost = model.kept.filter(({ id, word }) => word !== '' && !there.has(id));
  expect(lost, 'acknowledged and lost').to.deep.equal([]);
  for (const tab of device.tabs) {
    const { dropped } = tab.counts();
    const excused = ['quota', 'storage-lost', 'timeout'].reduce((sum, why) => sum + (dropped[why] ?? 0), 0);
    const overtaken = model.overtaken.get(tab) ?? 0;
    expect(gaps(tab, scene), 'gaps without a reason').to.be.at.most(excused + overtaken);
  }
};

/** rel I-09: no window of what was truly shown, in whatever tab and by whatever clock, holds more than its cap. */
export const capsHold: Check = ({ model }) => {
  expect(brokenCaps(model.shown, CAPS)).to.deep.equal([]);
};

/** rel I-11: where nobody agreed, or the shopper closed it, nothing is offered; there is always either an offer or a reason. */
export const silenceIsAllowed: Check = ({ model }) => {
  const { decided } = model;
  if (!decided) return;
  const { offers, silence } = decided.decision;
  expect(offers.length === 0, 'an offer and a reason, or neither').to.equal(silence !== undefined);
  if (!decided.allowed) expect(offers).to.deep.equal([]);
  expect(offers.filter(({ offerId }) => decided.closed.has(offerId))).to.deep.equal([]);
};

/** rel I-12: for what is not agreed to, or not any more, no row is readable: not at rest, and in no tab. */
export const nothingWithoutConsent: Check = async ({ model, device, atRest }) => {
  const refused = PURPOSE_IDS.filter((purpose) => model.chosen[purpose] !== 'in');
  const isRefused = ({ purpose, at }: Event): boolean => at !== 0 && refused.some((id) => id === purpose);
  expect(atRest.rows.filter(isRefused), 'at rest').to.deep.equal([]);
  for (const tab of device.tabs) expect((await rowsIn(tab)).filter(isRefused), 'in a tab').to.deep.equal([]);
};

/** rel I-13: what is agreed to was agreed to by the shopper, who has not taken it back, and the record of that is there. */
export const consentIsGiven: Check = ({ model, atRest }) => {
  for (const purpose of PURPOSE_IDS) {
    if (atRest.consent[purpose] !== 'in') continue;
    expect(model.chosen[purpose], `${purpose} is in`).to.equal('in');
    const record = atRest.history.filter((each) => each.purpose === purpose).at(-1);
    expect(record?.state, `the last record of ${purpose}`).to.equal('in');
    expect(record?.textHash).to.match(/^[\da-f]{8,}$/);
    expect(record?.mechanism).to.equal('law');
    expect(record?.version).to.not.equal('');
  }
};

/** What a tab tells of the shopper, all of it as one text. */
async function toldBy(tab: Tab, device: Device): Promise<string> {
  const now = device.now();
  const all = [
    await told(tab, ['log', {}]),
    await told(tab, ['profile', { now }]),
    await told(tab, ['decisions', { limit: 500 }]),
    await told(tab, ['export', { now }]),
  ];
  return bytesOf(all);
}

/** rel I-16: no word of what was erased, forgotten or withdrawn stands in the store, or is told by any tab. */
export const noCanaryIsLeft: Check = async ({ model, device, atRest }) => {
  if (model.gone.size === 0) return;
  const found = (text: string): readonly string[] => [...model.gone].filter((word) => text.includes(`"${word}"`));
  expect(found(atRest.text), 'at rest').to.deep.equal([]);
  for (const tab of device.tabs) expect(found(await toldBy(tab, device)), 'told by a tab').to.deep.equal([]);
};

/** rel I-17: what was erased stays away, whatever was still on its way, and whoever comes with it again. */
export const theErasedStaysAway: Check = async ({ model, device, atRest }) => {
  const isDead = ({ id }: Event): boolean => model.dead.has(id);
  expect(atRest.rows.filter(isDead), 'at rest').to.deep.equal([]);
  for (const tab of device.tabs) expect((await rowsIn(tab)).filter(isDead), 'in a tab').to.deep.equal([]);
};

const YEARS_2 = 730 * DAY_MS;
const HALF_YEAR = 180 * DAY_MS;

/** rel I-18: what a tab tells as it starts is no older than such rows are kept, by the clock of that moment. */
export const nothingIsTooOld: Check = async ({ model, device }) => {
  const { started } = model;
  if (!started || !device.tabs.includes(started.tab)) return;
  const old = (await rowsIn(started.tab)).filter(({ name, origin, at }) => {
    if (origin === 'declared') return false;
    const lasts = name === 'purchase' || name.startsWith('offer_') ? YEARS_2 : HALF_YEAR;
    return at < started.at - lasts;
  });
  expect(old).to.deep.equal([]);
};

/** rel I-23: everything offered was kept or dropped for a reason, and "kept" is what the receipts said. */
export const countsAddUp: Check = ({ model, device }) => {
  for (const tab of device.tabs) {
    const { offered, kept, dropped, waiting } = tab.counts();
    const reasons = Object.values(dropped).reduce((sum, n) => sum + n, 0);
    expect(kept + reasons + waiting, 'kept + dropped + waiting').to.equal(offered);
    const receipts = model.receipts.get(tab) ?? { kept: 0, refused: 0 };
    expect({ kept, refused: reasons }, 'as the receipts said').to.deep.equal(receipts);
  }
};
