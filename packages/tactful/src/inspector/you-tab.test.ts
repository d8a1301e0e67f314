import { expect } from 'chai';
import { fixedSource, NOON, row, snapshot, storeContents } from '../../test/lens-snapshot.js';
import { visitedContents } from '../../test/lens-visits.js';
import type { StoreContents } from '../storage/index.js';
import { defineLens } from './define-lens.js';
import type { TactfulLens } from './lens-element.js';
import type { LensCommand, LensReceipt, LensSource } from './lens-source.js';
import type { LensView, ViewRow } from './lens-view.js';
import { loadLensTexts } from './lens-words.js';
import { plain } from './phrase.js';
import { reportStore } from './report-store.js';
import { viewSnapshot } from './view-snapshot.js';

async function until(check: () => boolean): Promise<void> {
  while (!check()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const bare = { site: 'shop.test', takenAt: NOON.at, unreadable: [] };

async function viewOf(contents: StoreContents, lang = 'en'): Promise<LensView> {
  return viewSnapshot({ ...bare, stores: [reportStore(contents, NOON)] }, await loadLensTexts(lang));
}
const rowsOf = ({ sections }: LensView, name: string): readonly ViewRow[] =>
  sections.find((section) => section.name === name)?.rows ?? [];
const saidIn = (view: LensView, name: string): readonly string[] => rowsOf(view, name).map(({ what }) => plain(what));
const labels = (one: ViewRow | undefined): readonly string[] => (one?.actions ?? []).map(({ label }) => plain(label));

/** A source whose store changes as it is told, as a page would do it. */
function livingSource(first: StoreContents): LensSource & { readonly done: LensCommand[] } {
  let contents = first;
  const done: LensCommand[] = [];
  const forget = (ids: readonly string[]): LensReceipt => {
    const left = contents.events.filter(({ id }) => !ids.includes(id));
    const removed = contents.events.length - left.length;
    contents = { ...contents, events: left };
    return { removed, at: NOON.at, verified: true, grade: 'reachable' };
  };
  return {
    done,
    look: () => Promise.resolve({ snapshot: { ...bare, stores: [reportStore(contents, NOON)] } }),
    subscribe: () => () => undefined,
    command: (command) => {
      done.push(command);
      if (command.op === 'forget') return Promise.resolve(forget(command.ids));
      if (command.op !== 'declare' || command.action.do !== 'declare') return Promise.reject(new Error('not here'));
      const { statement } = command.action;
      if (statement.kind !== 'preference') return Promise.reject(new Error('not here'));
      const { facet, value, level } = statement;
      const said = row('preference_stated', { facet, value, level }, { minutes: 0, counter: 900, own: true });
      contents = { ...contents, events: [...contents.events, said] };
      return Promise.resolve({ ...forget([]), said: { added: said.id } });
    },
  };
}

async function lensOf(source: LensSource): Promise<TactfulLens> {
  await defineLens();
  const lens = document.createElement('tactful-lens');
  lens.source = source;
  document.querySelector('main')?.append(lens);
  await until(() => rootOf(lens).querySelector('[data-state="ready"]') !== null);
  return lens;
}
function rootOf(lens: TactfulLens): ShadowRoot {
  if (!lens.shadowRoot) throw new Error('no shadow root');
  return lens.shadowRoot;
}
const tabIn = (lens: TactfulLens): string => rootOf(lens).querySelector('[role="tab"][aria-selected="true"]')?.id ?? '';
const receiptIn = (lens: TactfulLens): string => rootOf(lens).querySelector('[role="status"]')?.textContent ?? '';
function buttonIn(lens: TactfulLens, label: string): HTMLElement {
  const found = [...rootOf(lens).querySelectorAll<HTMLElement>('#panel-you button')].find(
    ({ textContent }) => textContent.trim() === label,
  );
  if (!found) throw new Error(`no button ${label}`);
  return found;
}
const press = (lens: TactfulLens, key: string): void => {
  rootOf(lens).activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
};

describe('the tabs of the lens', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
    document.body.append(document.createElement('main'));
  });
  afterEach(() => {
    document.documentElement.dir = 'ltr';
    document.querySelector('main')?.remove();
  });

  it('[X20] begin with You where there is a store, else with the page', async () => {
    const { page, ...rest } = snapshot();
    const texts = await loadLensTexts('en');
    const tabs = ({ tabs: all, first }: LensView): readonly string[] => [...all, `first ${first}`];
    expect(tabs(viewSnapshot(snapshot(), texts))).to.deep.equal(['you', 'decisions', 'log', 'page', 'first you']);
    expect(tabs(viewSnapshot(rest, texts))).to.deep.equal(['you', 'decisions', 'log', 'first you']);
    const nothing = { ...bare, stores: [] };
    expect(tabs(viewSnapshot(page ? { ...nothing, page } : nothing, texts))).to.deep.equal([
      'you',
      'page',
      'first page',
    ]);
    expect(tabs(viewSnapshot(nothing, texts))).to.deep.equal(['you', 'first you']);
  });

  it('[X20] go by the arrows, Home and End, mirrored from right to left, and show one panel each', async () => {
    const lens = await lensOf(fixedSource({ snapshot: snapshot() }));
    const walk = async (key: string): Promise<string> => {
      press(lens, key);
      await lens.updateComplete;
      return tabIn(lens);
    };
    rootOf(lens).querySelector<HTMLElement>('#tab-you')?.focus();
    expect(await walk('ArrowRight')).to.equal('tab-decisions');
    expect(await walk('End')).to.equal('tab-page');
    expect(await walk('ArrowRight')).to.equal('tab-you');
    document.documentElement.dir = 'rtl';
    expect(await walk('ArrowLeft')).to.equal('tab-decisions');
    expect(await walk('Home')).to.equal('tab-you');
    const shown = [...rootOf(lens).querySelectorAll<HTMLElement>('[role="tabpanel"]')].filter(({ hidden }) => !hidden);
    expect(shown.map(({ id }) => id)).to.deep.equal(['panel-you']);
    expect(shown[0]?.getAttribute('aria-labelledby')).to.equal('tab-you');
    expect(rootOf(lens).querySelector('#tab-you')?.getAttribute('aria-controls')).to.equal('panel-you');
  });

  it('[X20] stay as chosen when the lens looks again', async () => {
    const lens = await lensOf(fixedSource({ snapshot: snapshot() }));
    rootOf(lens).querySelector<HTMLElement>('#tab-log')?.click();
    await lens.again();
    expect(tabIn(lens)).to.equal('tab-log');
  });
});

describe('the You tab', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
    document.body.append(document.createElement('main'));
  });
  afterEach(() => {
    document.querySelector('main')?.remove();
  });

  it('[X21] says subject by subject what is known, how sure it is, and the clicks it rests on', async () => {
    const view = await viewOf(visitedContents());
    const names = view.sections.filter(({ tab }) => tab === 'you').map(({ name }) => name);
    expect(names).to.deep.equal(['conflicts', 'said', 'done', 'taste', 'habits', 'worth', 'relation', 'now', 'needs']);
    expect(saidIn(view, 'said')).to.include('You said you like wood a lot.');
    expect(saidIn(view, 'done')[0]).to.equal('You bought garden-first.');
    const rhythm = rowsOf(view, 'habits')[0];
    expect(rhythm && plain(rhythm.what)).to.match(/^You come here about every \d+ days\.$/);
    expect(rhythm?.sure?.share).to.be.within(0.5, 1);
    expect(plain(rhythm?.sure?.text ?? [])).to.match(/^\d+% sure$/);
    expect(rhythm?.evidence?.length).to.be.above(8);
    // A fact is not sure to a degree.
    expect(rowsOf(view, 'said')[0]?.sure).to.equal(undefined);
  });

  it('[X21] sets what is said beside what is done, with the answers as buttons', async () => {
    const conflict = rowsOf(await viewOf(visitedContents()), 'conflicts').find(({ what }) =>
      plain(what).includes('garden'),
    );
    expect(plain(conflict?.sides?.says.text ?? [])).to.equal('less than the rest');
    expect(plain(conflict?.sides?.does.text ?? [])).to.equal('far more than the rest');
    expect(labels(conflict)).to.deep.equal(['What I say counts', 'What I do counts']);
    const lens = await lensOf(livingSource(visitedContents()));
    expect(
      [...rootOf(lens).querySelectorAll('.sides dt')].slice(0, 2).map(({ textContent }) => textContent),
    ).to.deep.equal(['What I say', 'What I do']);
  });

  it('[X21] shows what was not concluded, with why, after what was', async () => {
    const worth = rowsOf(await viewOf(visitedContents()), 'worth');
    const last = worth.at(-1);
    expect(last?.provenance).to.equal('withheld');
    expect(plain(last?.what ?? [])).to.match(/^Not concluded: /);
    expect((last?.says ?? []).map(plain)).to.deep.equal(['The shop has not brought the figures that this takes.']);
  });

  it('[X21] ends with what each kind of row is kept for, and says plainly what is not needed', async () => {
    const needs = rowsOf(await viewOf(visitedContents()), 'needs');
    const purchases = needs.find(({ what }) => plain(what).includes('purchases'));
    expect(purchases?.chip).to.equal('used');
    const relation = needs.find(({ what }) => plain(what).includes('between you and the shop'));
    expect(relation?.chip).to.equal('not needed');
    expect(plain(relation?.what ?? [])).to.match(/^2 rows of .* so not needed\.$/);
    expect(relation?.actions?.map(({ command }) => command.op === 'forget' && command.ids.length)).to.deep.equal([2]);
  });

  it('[X21] without a store says what would be here, and that nothing is kept before agreeing', async () => {
    const lens = await lensOf(fixedSource({ snapshot: { ...bare, stores: [] } }));
    const text = rootOf(lens).querySelector('#panel-you')?.textContent ?? '';
    expect(text).to.include('Before you agree nothing is kept').and.include('clicks it rests on');
  });

  it('[X22] has at most three corrections of a line in sight', async () => {
    const lens = await lensOf(livingSource(visitedContents()));
    const groups = [...rootOf(lens).querySelectorAll('#panel-you li > .corrections')];
    expect(groups.length).to.be.above(5);
    for (const group of groups) expect(group.querySelectorAll(':scope > button').length).to.be.within(1, 3);
    expect(groups.some((group) => group.querySelector('details button') !== null)).to.equal(true);
  });

  it('[X22] a correction is carried out, read again, told, marked in words, and can be taken back', async () => {
    const source = livingSource(storeContents());
    const lens = await lensOf(source);
    buttonIn(lens, 'Less of garden').click();
    await until(() => receiptIn(lens).startsWith('Noted'));
    expect(source.done).to.deep.equal([
      {
        op: 'declare',
        scope: 'default',
        action: { do: 'declare', statement: { kind: 'preference', facet: 'category', value: 'garden', level: -1 } },
      },
    ]);
    expect(receiptIn(lens)).to.equal('Noted, and read again: You said you would rather have less of garden.');
    await until(() => rootOf(lens).querySelector('[data-changed]') !== null);
    const marked = rootOf(lens).querySelector('[data-section="said"] [data-changed]')?.textContent ?? '';
    expect(marked).to.include('less of garden').and.include('changed just now');
    rootOf(lens).querySelector<HTMLElement>('[data-do="undo"]')?.click();
    await until(() => receiptIn(lens) === '1 row removed; read again: gone.');
    expect(source.done[1]).to.deep.equal({ op: 'forget', scope: 'default', ids: ['tab:900'] });
    expect(rootOf(lens).querySelector('[data-section="said"]')?.textContent).to.not.include('less of garden');
    await until(() => rootOf(lens).activeElement?.id === 'tab-you');
  });

  it('[X22] what the gate does not take is said in words, and nothing can be taken back', async () => {
    const source = livingSource(storeContents());
    const refusing: LensSource = {
      ...source,
      command: () =>
        Promise.resolve({ removed: 0, at: 0, verified: false, grade: 'reachable', said: { refused: 'no-consent' } }),
    };
    const lens = await lensOf(refusing);
    buttonIn(lens, 'More of garden').click();
    await until(() => receiptIn(lens).includes('nothing is kept until you agree'));
    expect(rootOf(lens).querySelector('[data-do="undo"]')).to.equal(null);
  });

  it('[X21] two purchases of one thing are two lines', async () => {
    const keys = rowsOf(await viewOf(visitedContents()), 'done').map(({ key }) => key);
    expect(new Set(keys).size).to.equal(keys.length);
  });
});
