import type { CompiledCatalog, CompiledOffer } from './compile-catalog.js';
import { readAnchored } from './decay.js';
import type { ContactState } from './fold-contacts.js';

/** Reads how worn things are. */
export interface WearReader {
  readonly wearOf: (compiled: Pick<CompiledOffer, 'offer' | 'prefixes'>) => number;
  /** That of offers whose narrowest category it is. */
  readonly wearIn: (category: string) => number;
  /** How worn the most worn is. */
  readonly mostWorn: number;
}

const keyOf = ({ offer, prefixes }: Pick<CompiledOffer, 'offer' | 'prefixes'>): string =>
  prefixes[prefixes.length - 1] ?? ` ${offer.id}`;

/**
 * How often a thing was seen lately: exposures of the offer, or of all offers in its narrowest category, halved in a
 * week (science 6.5). A variant of what was just seen is not news.
 */
export function wearReader(
  { seen }: Pick<ContactState, 'seen'>,
  read: { readonly catalog: Pick<CompiledCatalog, 'byId'>; readonly at: number; readonly halfLifeDays: number },
): WearReader {
  const levels = new Map<string, number>();
  for (const [id, times] of seen) {
    const key = keyOf(read.catalog.byId.get(id) ?? { offer: { id } as CompiledOffer['offer'], prefixes: [] });
    levels.set(key, (levels.get(key) ?? 0) + readAnchored(times, read));
  }
  const wearIn = (key: string): number => (levels.size === 0 ? 0 : (levels.get(key) ?? 0));
  return {
    wearOf: (compiled) => wearIn(keyOf(compiled)),
    wearIn,
    mostWorn: Math.max(0, ...levels.values()),
  };
}
