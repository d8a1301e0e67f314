import {
  admitOwn,
  admitTracked,
  defaultPurposes,
  readStatement,
  type Admission,
  type Event,
  type Refusal,
} from 'tactful/engine';
import { selectEvent, type ShopEvent } from '../route-events.js';
import { ga4Items } from '../ga4.js';
import type { Lang } from '../language.js';
import type { Step } from './step.js';
import { findProduct } from './till.js';

/** The purposes of the play, all agreed to: there is no store behind it that anything could reach. */
export const PLAY = { purposes: defaultPurposes(), consent: { personalization: 'in' } } as const;

/** A Saturday in autumn, ten in the morning: every walk begins then, so that the same clicks give the same wall. */
export const FIRST = { at: Date.UTC(2026, 9, 3, 8), offset: 120 } as const;

/** A click with the rows it left in the log, or why the gate left none. */
export interface Told {
  /** Its place in the walk, from 1: the number on the note. */
  readonly number: number;
  readonly step: Step;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly rows: readonly Event[];
  readonly refused: Refusal['reason'] | undefined;
}

const LIST = { id: 'threads', name: 'threads' };

function shopEvents(
  { deed, about }: Step,
  how: { readonly number: number; readonly lang: Lang },
): readonly ShopEvent[] {
  const telling = { lang: how.lang, date: '2026-10-03', cart: [] };
  const lines = about.flatMap((id) => {
    const product = findProduct(id);
    return product ? [{ product, quantity: 1 }] : [];
  });
  const params = { ...ga4Items(lines, telling) };
  switch (deed) {
    case 'look':
      // choosing a product in the shop tells both
      return lines.flatMap(({ product }) => [selectEvent(product, LIST, telling), { name: 'view_item', params }]);
    case 'save':
      return [{ name: 'add_to_wishlist', params }];
    case 'cart':
      return [{ name: 'add_to_cart', params }];
    case 'buy':
      return [{ name: 'purchase', params: { transaction_id: `T-${String(how.number)}`, ...params } }];
    case 'search':
      return [{ name: 'search', params: { search_term: about.join(' ') } }];
    default:
      return [];
  }
}

function said({ deed, about }: Step): Admission | undefined {
  const [value = ''] = about;
  const statement =
    deed === 'gift' ? { kind: 'visit', as: 'gift' } : { kind: 'preference', facet: 'category', value, level: -1 };
  const own = readStatement(statement);
  return own && admitOwn(own, PLAY);
}

function admissions(step: Step, how: { readonly number: number; readonly lang: Lang }): readonly Admission[] {
  if (step.deed !== 'less' && step.deed !== 'gift')
    return shopEvents(step, how).map((event) => admitTracked(event, PLAY));
  const admission = said(step);
  return admission ? [admission] : [];
}

function tell(step: Step, how: { readonly number: number; readonly lang: Lang }): Told {
  const { number } = how;
  const at = FIRST.at + step.at * 1000;
  const admitted = admissions(step, how);
  const refusal = admitted.find((each) => 'refusal' in each);
  const rows = admitted.flatMap((each, index): readonly Event[] =>
    'draft' in each
      ? [{ id: `wall:${String(number * 10 + index)}`, at, offset: FIRST.offset, v: 1, ...each.draft }]
      : [],
  );
  return { number, step, at, rows, refused: refusal?.refusal.reason };
}

/** The clicks of a walk as rows of a log, each through the engine's own gate; those at places in `without` never happened. */
export function tellSteps(
  steps: readonly Step[],
  { lang, without = [] }: { readonly lang: Lang; readonly without?: readonly number[] },
): readonly Told[] {
  return steps.flatMap((step, index) => (without.includes(index + 1) ? [] : [tell(step, { number: index + 1, lang })]));
}
