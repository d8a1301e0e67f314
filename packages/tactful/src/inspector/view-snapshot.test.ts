import { expect } from 'chai';
import { snapshot } from '../../test/lens-snapshot.js';
import type { LensView, ViewRow } from './lens-view.js';
import { loadLensTexts, type LensTexts } from './lens-words.js';
import { plain } from './phrase.js';
import { filterRows, viewSnapshot } from './view-snapshot.js';

const viewIn = async (lang: string): Promise<LensView> => viewSnapshot(snapshot(), await loadLensTexts(lang));
const rows = ({ sections }: LensView, name: string): readonly ViewRow[] =>
  sections.find((section) => section.name === name)?.rows ?? [];
const said = (view: LensView, name: string): readonly string[] => rows(view, name).map(({ what }) => plain(what));

function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`));
}

describe('viewSnapshot', () => {
  it('[X1] says the page in one sentence, and the store in one', async () => {
    const { sentences } = await viewIn('en');
    expect(sentences.map((sentence) => plain(sentence).replaceAll('\u00a0', ' '))).to.deep.equal([
      'This page told at least 3 companies; it announces that you look at Garden hose, EUR 24.95.',
      'tactful holds 6 rows about you here and last said nothing, because: Thank you for your order; nothing else for now.',
    ]);
  });

  it('[X1] says the same in Dutch', async () => {
    const { sentences } = await viewIn('nl-BE');
    expect(sentences.map((sentence) => plain(sentence).replaceAll('\u00a0', ' '))).to.deep.equal([
      'Deze pagina vertelde het aan minstens 3 bedrijven; ze meldt dat je naar Garden hose kijkt, EUR 24,95.',
      'tactful bewaart hier 6 regels over jou en zei het laatst niets, want: Dank voor je bestelling; verder niets voor nu.',
    ]);
  });

  it('[X1] every sentence of one language has its like in the other', async () => {
    const [english, dutch] = [await loadLensTexts('en'), await loadLensTexts('nl')];
    expect(keysOf(dutch.words)).to.deep.equal(keysOf(english.words));
    const slots = (texts: LensTexts): readonly (readonly string[])[] =>
      keysOf(texts.words).map((path) => {
        const value = path
          .split('.')
          .slice(1)
          .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], texts.words);
        return typeof value === 'string' ? [...(value.match(/\{[a-z]+\}/g) ?? [])].sort() : [];
      });
    expect(slots(dutch)).to.deep.equal(slots(english));
  });

  it('[X2] every row says where the knowledge comes from', async () => {
    const view = await viewIn('en');
    const provenance = (name: string): readonly string[] =>
      [...new Set(rows(view, name).map((row) => row.provenance))].sort();
    expect({
      held: provenance('held'),
      said: provenance('said'),
      taste: provenance('taste'),
      worth: provenance('worth'),
      decided: provenance('decided'),
      companies: provenance('companies'),
      announced: provenance('announced'),
      possible: provenance('possible'),
      stored: provenance('stored'),
    }).to.deep.equal({
      held: ['observed', 'stated'],
      said: ['stated'],
      taste: ['concluded'],
      worth: ['concluded', 'withheld'],
      decided: ['concluded'],
      companies: ['listed', 'observed'],
      announced: ['announced'],
      possible: ['concluded'],
      stored: ['observed'],
    });
  });

  it('[X3] shows rows newest first, and conclusions with the rows they rest on', async () => {
    const view = await viewIn('en');
    expect(said(view, 'held')).to.deep.equal([
      'You bought garden-first',
      'You said never paint',
      'You put in your basket garden-first',
      'You searched for garden hose',
      'You looked at garden-second',
      'You looked at garden-first',
    ]);
    const garden = rows(view, 'taste').find(({ what }) => plain(what).startsWith('You give garden more'));
    expect(garden?.evidence?.map(({ forget }) => forget?.id)).to.deep.equal([
      'tab:5',
      'tab:3',
      'tab:2',
      'tab:1',
      'tab:0',
    ]);
  });

  it('[X4] shows decisions with reason, end, shortlist and counts', async () => {
    const view = await viewIn('en');
    const [silent, offered] = rows(view, 'decided');
    expect(silent && [plain(silent.what), ...(silent.says ?? []).map(plain)]).to.deep.equal([
      'Nothing was said',
      'Thank you for your order; nothing else for now.',
    ]);
    expect(silent?.details.map(plain)).to.include('until 3 Oct 2026, 12:28');
    expect(offered && plain(offered.what)).to.equal('Offered: Something for the garden');
    expect(offered?.account?.candidates.map(({ what }) => plain(what))).to.include('saying nothing');
    expect(offered?.account?.verdicts).to.deep.include({ verdict: 'chosen', count: 1 });
  });

  it('[X6] filters by all of the words, in any order', async () => {
    const view = await viewIn('en');
    const held = view.sections.find(({ name }) => name === 'held');
    if (!held) throw new Error('no section');
    expect(filterRows(held, ' GARDEN bought ')).to.have.length(1);
    expect(filterRows(held, 'nonsense')).to.have.length(0);
    expect(filterRows(held, '')).to.have.length(6);
  });

  it('[X4] a decision of another shape is a row that says so', async () => {
    const base = snapshot();
    const [store] = base.stores;
    if (!store) throw new Error('no store');
    const broken = JSON.parse(
      JSON.stringify({ decisions: [{ id: 'x', at: 1, epoch: 1, trace: { decision: { offers: 7 } } }] }),
    ) as Pick<typeof store, 'decisions'>;
    const look = { ...base, stores: [{ ...store, ...broken }] };
    expect(said(viewSnapshot(look, await loadLensTexts('en')), 'decided')).to.deep.equal([
      'A decision that cannot be read',
    ]);
  });
});
