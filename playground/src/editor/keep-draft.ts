import { isFields, offersOf, openDraft, type Draft } from './draft.js';
import { readFileText } from './read-file-text.js';

const KEY = 'hamer-halm:offers';

/** Keeps a draft in this tab until it is closed. False where the browser refuses or has no room. */
export function keepDraft({ catalog, selected }: Draft): boolean {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ selected, catalog }));
    return true;
  } catch {
    return false;
  }
}

/** The draft that this tab kept; `undefined` where there is none that can be read. */
export function keptDraft(): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (!isFields(kept)) return undefined;
    const reading = readFileText(JSON.stringify(kept['catalog']));
    if (reading.kind !== 'catalog') return undefined;
    const { selected } = kept;
    const isOpen = typeof selected === 'number' && offersOf(reading.catalog)[selected] !== undefined;
    return isOpen ? { catalog: reading.catalog, selected } : openDraft(reading.catalog);
  } catch {
    return undefined; // storage is refused, or somebody wrote there
  }
}
