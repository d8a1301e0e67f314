import { api } from './api.js';

const LONGEST = 256_000;

/**
 * The last events of the page's `dataLayer` as JSON. Runs in the page's own world, so it may use nothing from outside itself,
 * and everything it says is a claim of the page.
 */
function copyDataLayer(page: object = globalThis): string {
  const layer: unknown = Reflect.get(page, 'dataLayer');
  if (!Array.isArray(layer)) return '[]';
  const entries = layer.slice(-500).flatMap((entry: unknown): readonly string[] => {
    try {
      const text: unknown = JSON.stringify(entry);
      return typeof text === 'string' && text.length < 20_000 ? [text] : [];
    } catch {
      return []; // what refers to itself or to the page cannot be copied
    }
  });
  return `[${entries.join(',')}]`;
}

/** The page's `dataLayer`, copied; an empty list where there is none or where it cannot be read. */
export async function readDataLayer(tabId: number): Promise<readonly unknown[]> {
  try {
    const [found] = await api.scripting.executeScript({ target: { tabId }, world: 'MAIN', func: copyDataLayer });
    const text: unknown = found?.result;
    if (typeof text !== 'string' || text.length > LONGEST) return [];
    const layer: unknown = JSON.parse(text);
    return Array.isArray(layer) ? (layer as readonly unknown[]) : [];
  } catch {
    return []; // a page that cannot be asked announces nothing here
  }
}
