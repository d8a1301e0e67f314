import type { Fields } from './draft.js';
import { saveFile } from './save-file.js';
import { writeTable, type Separator } from './spreadsheet.js';

/** Hands over `catalog.json`, and gives its name. */
export function saveCatalog(catalog: Fields): string {
  const name = 'catalog.json';
  saveFile(name, { text: `${JSON.stringify(catalog, null, 2)}\n`, type: 'application/json' });
  return name;
}

/** Hands over the offers as a spreadsheet, and gives its name. */
export function saveTable(catalog: Fields, separator: Separator): string {
  const name = separator === '\t' ? 'offers.tsv' : 'offers.csv';
  // the mark tells spreadsheets that this is UTF-8
  saveFile(name, { text: `\ufeff${writeTable(catalog, separator)}`, type: 'text/csv' });
  return name;
}

/** Puts the offers on the clipboard as a spreadsheet pastes them. False where the browser refuses, or has none. */
export async function copyTable(catalog: Fields): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(writeTable(catalog, '\t'));
    return true;
  } catch {
    return false;
  }
}
