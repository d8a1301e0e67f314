/** What somebody can do in sixty seconds, each told to the shop as GA4 and tactful name it. */
export const DEEDS = ['look', 'save', 'search', 'cart', 'buy', 'less', 'gift'] as const;

/** One of {@link DEEDS}. */
export type Deed = (typeof DEEDS)[number];

/** One click, and so one note on the wall. */
export interface Step {
  readonly deed: Deed;
  /** Whole seconds after the walk began. */
  readonly at: number;
  /** Product ids for look, save, cart and buy; the words of a search; a category path for less; nothing for a gift. */
  readonly about: readonly string[];
}
