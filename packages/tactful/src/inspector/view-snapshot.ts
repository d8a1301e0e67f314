import { cleanText } from './clean-text.js';
import { lensFormat } from './lens-format.js';
import type { Snapshot } from './lens-source.js';
import { LENS_TABS, type LensTab, type LensView, type ViewRow, type ViewSection } from './lens-view.js';
import type { LensTexts } from './lens-words.js';
import { fill, plain, siteText } from './phrase.js';
import { pageSentence, viewPage } from './view-page.js';
import { storeSentence, storeWording, viewStore } from './view-store.js';

/** Where no store is there is still something to say about it: what would be shown, and that nothing is kept yet. */
function noStore({ words }: LensTexts): ViewSection {
  const { empty } = words.section.rest;
  return { name: 'rest', tab: 'you', title: words.you.nothing, notes: [], empty, rows: [] };
}

function tabsOf(sections: readonly ViewSection[]): readonly LensTab[] {
  return LENS_TABS.filter((tab) => sections.some((section) => section.tab === tab));
}

/** A snapshot in the words of one language. The same snapshot and language give the same words everywhere. */
export function viewSnapshot(snapshot: Snapshot, texts: LensTexts): LensView {
  const wording = { ...texts, format: lensFormat(texts.words.lang) };
  const stores = snapshot.stores.map((store) => ({ store, how: storeWording(store, wording) }));
  const { page } = snapshot;
  const bare = !page && stores.length === 0 && snapshot.unreadable.length === 0;
  const sections = [
    ...(stores.length === 0 ? [noStore(texts)] : []),
    ...stores.flatMap(({ store, how }) => viewStore(store, how)),
    ...(page ? viewPage(page, wording) : []),
  ];
  return {
    site: cleanText(snapshot.site),
    sentences: [
      ...(page ? [pageSentence(page, wording)] : []),
      ...(bare ? [[texts.words.sentence.holdsNothing]] : []),
      ...stores.map(({ store, how }) => storeSentence(store, how)),
    ],
    tabs: tabsOf(sections),
    first: stores.length === 0 && page ? 'page' : 'you',
    sections,
    stores: snapshot.stores.map(({ scope, events }) => ({ scope, rows: events.length })),
    warnings: snapshot.unreadable.map((scope) => fill(texts.words.unreadable, { scope: siteText(scope) })),
  };
}

function says(row: ViewRow, wanted: readonly string[]): boolean {
  const { what, says: said = [], details, chip = '' } = row;
  const text = [what, ...said, ...details, [chip]].map(plain).join(' ').toLowerCase();
  return wanted.every((word) => text.includes(word));
}

/** The rows of a section that have all of the words, in any order and case. */
export function filterRows({ rows }: ViewSection, filter: string): readonly ViewRow[] {
  const wanted = filter
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return wanted.length === 0 ? rows : rows.filter((row) => says(row, wanted));
}
