/** A text in both languages of the shop. */
export type Text = { readonly en: string; readonly nl: string };

/** One thing on the shelf. */
export type Product = {
  /** Lower-case words with hyphens; the last part of `#/product/<id>`. */
  readonly id: string;
  readonly name: Text;
  /** Invented, as everything in this shop. */
  readonly brand: string;
  /** Two levels, as in `categories`: `['garden', 'watering']`. Below the top level an id may occur twice (`tools`). */
  readonly category: readonly [string, string];
  /** What one pays without a coupon, in euro cents. */
  readonly price: number;
  /** A key of `pictures`. */
  readonly picture: string;
  /** One sentence. */
  readonly about: Text;
  /** What the price is for, when that is not simply one piece: `bag of 200`. */
  readonly unit?: Text;
};
