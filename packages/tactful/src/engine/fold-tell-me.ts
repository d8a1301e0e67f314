import { DAY_MS } from './clock.js';
import type { FoldPart, FoldRow } from './fold-part.js';
import { textOf } from './item.js';

/** A wish that nothing answers is let go after a year. Elicited. */
export const WISH_MS: number = 365 * DAY_MS;
/** What a wish waits for. */
export type WishWhen = 'back_in_stock' | 'below' | 'before_it_ends' | 'due_again';
/** What a wish is about: one offer, a product by the shop's id, or a category path. */
export type WishFacet = 'offer_id' | 'product' | 'category';

/** Something that the shopper asked to be told. */
export interface Wish {
  /** The row that said so. */
  readonly id: string;
  readonly at: number;
  readonly facet: WishFacet;
  readonly value: string;
  readonly when: WishWhen;
  /** The price (minor units) to come under; 0 for other wishes. */
  readonly below: number;
  /** Whether it was not to be had when they asked. */
  readonly absent: boolean;
}

/** Wishes that are neither told nor taken back, the latest last; whether they are still in time is read with {@link openWishes}. */
export interface TellMeState {
  readonly tellMe: ReadonlyMap<string, Wish>;
}

/** More than anybody waits for; the oldest gives way. Elicited. */
const MOST_WISHES = 50;
const WHEN = /^(?:back_in_stock|below|before_it_ends|due_again)$/;
const isWhen = (word: string | undefined): word is WishWhen => word !== undefined && WHEN.test(word);

function aboutOf({ event: { params }, items }: FoldRow): readonly [WishFacet, string] | undefined {
  const { offer_id: offer, category } = params;
  if (typeof offer === 'string') return ['offer_id', offer];
  const product = items[0]?.id;
  if (product !== undefined) return ['product', product];
  return typeof category === 'string' ? ['category', category] : undefined;
}

/** A wish is told once: the showing that names its row ends it. Asked again, it is a new one. */
export const TELL_ME: FoldPart<TellMeState> = {
  empty: () => ({ tellMe: new Map() }),
  add: ({ tellMe }, row) => {
    const { name, params, at, id } = row.event;
    const told = name === 'offer_shown' && textOf(params['wish_id'])?.split(' ');
    if (told) for (const [key, wish] of tellMe) if (told.includes(wish.id)) tellMe.delete(key);
    if (name !== 'tell_me_set') return;
    const about = aboutOf(row);
    const when = textOf(params['when']);
    if (!about || !isWhen(when)) return;
    const [facet, value] = about;
    const { below, absent, cancelled } = params;
    const key = `${when} ${facet} ${value}`;
    tellMe.delete(key);
    if (cancelled === true) return;
    tellMe.set(key, {
      id,
      at,
      facet,
      value,
      when,
      below: typeof below === 'number' ? below : 0,
      absent: absent === true,
    });
    if (tellMe.size > MOST_WISHES) tellMe.delete(tellMe.keys().next().value ?? '');
  },
};
