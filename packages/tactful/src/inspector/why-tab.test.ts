import 'axe-core/axe.min.js';
import { expect } from 'chai';
import { NOON, row, snapshot, storeContents } from '../../test/lens-snapshot.js';
import {
  compileCatalog,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  foldLog,
  type Event,
} from '../engine/index.js';
import type { DecisionRecord, StoreContents } from '../storage/index.js';
import { gardenCatalog } from '../../test/garden-catalog.js';
import { defineLens } from './define-lens.js';
import { endedSince } from './ended-since.js';
import type { TactfulLens } from './lens-element.js';
import type { LensCommand, LensSource } from './lens-source.js';
import type { ViewRow } from './lens-view.js';
import { loadLensTexts } from './lens-words.js';
import { plain } from './phrase.js';
import { reportStore } from './report-store.js';
import { viewSnapshot } from './view-snapshot.js';

const MINUTE = 60_000;
const QUIET = row('quiet_set', { until: NOON.at + 60 * MINUTE }, { minutes: 1, counter: 10, own: true });
const EARLIER = storeContents().events.filter(({ name }) => name !== 'purchase');

function decided(events: readonly Event[], { id, at }: { readonly id: string; readonly at: number }): DecisionRecord {
  const catalog = compileCatalog(gardenCatalog, DEFAULT_MODEL);
  const purposes = defaultPurposes();
  const folded = foldLog(events, { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: 7, purposes });
  const now = { at, offset: NOON.offset };
  const rest = {
    policy: DEFAULT_POLICY,
    model: DEFAULT_MODEL,
    config: 'c1',
    consent: { personalization: 'in' },
  } as const;
  const trace = decide({ id, placement: 'home', ...now, ...rest, folded, contacts: [], catalog, purposes });
  return { id, at, epoch: 1, trace };
}

/** A quiet time, in which a shop had something to say. */
function quietContents(more: readonly Event[] = []): StoreContents {
  const events = [...EARLIER, QUIET];
  const decisions = [
    decided(EARLIER, { id: 'd0', at: NOON.at - 2 * MINUTE }),
    decided(events, { id: 'd1', at: NOON.at - 30_000 }),
    decided(events, { id: 'd2', at: NOON.at }),
  ];
  return { ...storeContents(), events: [...events, ...more], decisions };
}

async function rowsOf(contents: StoreContents, lang = 'en'): Promise<readonly ViewRow[]> {
  const look = { site: 'shop.test', takenAt: NOON.at, unreadable: [], stores: [reportStore(contents, NOON)] };
  const { sections } = viewSnapshot(look, await loadLensTexts(lang));
  return sections.find(({ name }) => name === 'decided')?.rows ?? [];
}
const says = (one: ViewRow | undefined): readonly string[] => (one?.says ?? []).map(plain);
const labels = (one: ViewRow | undefined): readonly string[] => (one?.actions ?? []).map(({ label }) => plain(label));

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

async function lensOf(source: LensSource): Promise<{ readonly lens: TactfulLens; readonly root: ParentNode }> {
  await defineLens();
  const lens = document.createElement('tactful-lens');
  lens.lang = 'en';
  lens.source = source;
  document.body.append(lens);
  await until(() => lens.shadowRoot?.querySelector('[data-state="ready"]') !== null);
  lens.shadowRoot?.querySelector<HTMLElement>('#tab-decisions')?.click();
  await lens.updateComplete;
  return { lens, root: lens.shadowRoot ?? lens };
}

describe('why nothing?', () => {
  it('[X27] a silence says its reason and its end, with one button that ends it: on the newest alone', async () => {
    const [newest, before, offered] = await rowsOf(quietContents());
    expect(labels(newest)).to.deep.equal(['End the quiet']);
    expect(newest?.actions?.[0]?.command).to.deep.equal({
      op: 'declare',
      scope: 'default',
      action: { do: 'declare', statement: { kind: 'quiet', until: null } },
    });
    expect(says(newest)).to.deep.equal(['Quiet time until 3 Oct 2026, 13:00.']);
    expect(labels(before)).to.deep.equal([]);
    expect(newest?.account?.title).to.equal('Why nothing?');
    expect(offered?.account?.title).to.equal('Why this?');
    expect(labels((await rowsOf(quietContents(), 'nl'))[0])).to.have.lengthOf(1);
  });

  it('[X27] what was done since, or has ended by itself, has no button any more', async () => {
    const ended = row('quiet_ended', {}, { minutes: 0, counter: 11, own: true });
    const [newest] = await rowsOf(quietContents([ended]));
    expect(labels(newest)).to.deep.equal([]);
    expect(says(newest)).to.include('You have ended this since.');
    const quiet = quietContents();
    const later = { ...NOON, at: NOON.at + 61 * MINUTE };
    const look = { site: 's', takenAt: later.at, unreadable: [], stores: [reportStore(quiet, later)] };
    const { sections } = viewSnapshot(look, await loadLensTexts('en'));
    expect(labels(sections.find(({ name }) => name === 'decided')?.rows[0])).to.deep.equal([]);
  });

  it('[X28] tells what would have made the difference, only where deciding again comes to the same', async () => {
    const [newest] = await rowsOf(quietContents());
    expect((newest?.account?.instead?.() ?? []).map(plain)).to.deep.equal([
      'After 3 Oct 2026, 13:00 you would have seen “Something for the garden”.',
      'If you end the quiet time, you would have seen “Something for the garden”.',
    ]);
    const contents = quietContents();
    const other = { ...contents, configs: contents.configs.map((config) => ({ ...config, hash: 'c2' })) };
    const [changed] = await rowsOf(other);
    expect((changed?.account?.instead?.() ?? []).map(plain).join('')).to.match(/cannot be told any more/);
  });

  it('[X29] an offer shows what it weighed beside silence: terms that sum', async () => {
    const offered = (await rowsOf(quietContents())).at(-1);
    const sums = offered?.account?.sums ?? [];
    expect(sums.map(({ what }) => plain(what))).to.deep.equal(['Something for the garden', 'saying nothing']);
    for (const { terms, total } of sums) {
      const sum = terms.reduce((all, { value }) => all + value, 0);
      expect(Number(total)).to.be.closeTo(sum, 0.051);
    }
    expect(offered?.account?.verdicts).to.deep.include({ verdict: 'chosen', count: 1 });
  });

  it('[X30] opens by hand, stays open when the lens looks again, and the button carries out its action', async () => {
    const done: LensCommand[] = [];
    const { lens, root } = await lensOf({
      look: () => Promise.resolve({ snapshot: { ...snapshot(), stores: [reportStore(quietContents(), NOON)] } }),
      subscribe: () => () => undefined,
      command: (command) => {
        done.push(command);
        return Promise.resolve({ removed: 0, at: NOON.at, verified: true, grade: 'reachable', said: { added: 'x' } });
      },
    });
    const why = (): HTMLDetailsElement | null => root.querySelector('[data-section="decided"] li details.why');
    expect(why()?.querySelector('.instead') ?? null).to.equal(null);
    why()?.querySelector('summary')?.click();
    await until(() => why()?.querySelector('.instead') !== null);
    await lens.again();
    expect(why()?.open).to.equal(true);
    expect(why()?.querySelectorAll('.instead').length).to.equal(2);
    for (const summary of root.querySelectorAll<HTMLElement>('details.why:not([open]) > summary')) summary.click();
    await until(() => root.querySelector('table.sum') !== null);
    const { violations } = await window.axe.run(lens);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    root.querySelector<HTMLElement>('[data-section="decided"] [data-do="correct"]')?.click();
    await until(() => done.length > 0);
    expect(done[0]?.op).to.equal('declare');
    lens.remove();
  });

  it('[X31] an action counts as done when a later row says it', () => {
    const log = (events: readonly Event[]): ReadonlyMap<string, Event> =>
      new Map(events.map((each) => [each.id, each]));
    const about = { at: NOON.at - 5 * MINUTE, log: log([QUIET]) };
    expect(endedSince({ do: 'declare', statement: { kind: 'quiet', until: null } }, about)).to.equal(true);
    expect(endedSince({ do: 'declare', statement: { kind: 'mode', mode: 'normal' } }, about)).to.equal(false);
    expect(endedSince({ do: 'forget', ids: [QUIET.id] }, about)).to.equal(false);
    expect(endedSince({ do: 'forget', ids: ['gone'] }, about)).to.equal(true);
    expect(endedSince({ do: 'visit' }, about)).to.equal(false);
  });
});
