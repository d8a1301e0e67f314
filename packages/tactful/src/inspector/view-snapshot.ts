import { cleanText } from './clean-text.js';
import { lensFormat } from './lens-format.js';
import type { Snapshot } from './lens-source.js';
import type { LensView, ViewRow, ViewSection } from './lens-view.js';
import type { LensTexts } from './lens-words.js';
import { fill, plain, siteText } from './phrase.js';
import { pageSentence, viewPage } from './view-page.js';
import { storeSentence, storeWording, viewStore } from './view-store.js';

/** A snapshot in the words of one language. The same snapshot and language give the same words everywhere. */
export function viewSnapshot(snapshot: Snapshot, texts: LensTexts): LensView {
  const wording = { ...texts, format: lensFormat(texts.words.lang) };
  const stores = snapshot.stores.map((store) => ({ store, how: storeWording(store, wording) }));
  const { page } = snapshot;
  const bare = !page && stores.length === 0 && snapshot.unreadable.length === 0;
  return {
    site: cleanText(snapshot.site),
    sentences: [
      ...(page ? [pageSentence(page, wording)] : []),
      ...(bare ? [[texts.words.sentence.holdsNothing]] : []),
      ...stores.map(({ store, how }) => storeSentence(store, how)),
    ],
    sections: [...stores.flatMap(({ store, how }) => viewStore(store, how)), ...(page ? viewPage(page, wording) : [])],
    stores: snapshot.stores.map(({ scope, events }) => ({ scope, rows: events.length })),
    warnings: snapshot.unreadable.map((scope) => fill(texts.words.unreadable, { scope: siteText(scope) })),
  };
}

function says(row: ViewRow, wanted: readonly string[]): boolean {
  const text = [row.what, ...(row.says ?? []), ...row.details].map(plain).join(' ').toLowerCase();
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
