/** The words of one code in one language. Only `shopperWith` may hold slots such as `{until}`. */
export interface Wording {
  /** One plain sentence, complete without any slot. */
  readonly shopper: string;
  /** Fuller sentences, tried in order; one is used only when all its slots are known. */
  readonly shopperWith?: readonly string[];
  /** Which rule, and the figure it uses unless the site set another. */
  readonly developer: string;
  /** The idea behind it, with the paper where there is one. */
  readonly educator: string;
}
