import { annoyanceAt, standingAt } from './annoyance.js';
import type { Now } from './clock.js';
import type { CompiledCatalog } from './compile-catalog.js';
import type { Favour } from './conduct.js';
import type { Direction } from './decision.js';
import { fatigueAt } from './fatigue.js';
import { clearIntent, intentAt } from './fold-intent.js';
import type { Folded } from './folded.js';
import { relationTerms } from './gift.js';
import { INTENT_PRIOR } from './intent.js';
import type { Item } from './item.js';
import type { Model } from './model.js';
import type { MomentKind } from './moment-signal.js';
import { utilityBasis, type UtilityBasis } from './utility.js';
import { weFeeling } from './we-feeling.js';

/** What the basis of a decision is read from. */
export interface BasisRead {
  readonly folded: Folded;
  readonly now: Now;
  readonly catalog: CompiledCatalog;
  readonly model: Model;
  readonly direction: Direction;
  /** What the shopper or a host app said of the moment, while it lasts. */
  readonly moment?: MomentKind | undefined;
  /** Remaining lifetime value in minor units, where it is known; it counts upward only. */
  readonly lifetimeValue?: number;
  /** What the relationship is glad of. */
  readonly favours?: readonly Favour[];
}

/** Something that is bought once in so many days, or less often, is there for long. Elicited. */
const LONG_LIVED_DAYS = 180;

function isLongLived({ viewing, cart }: Folded, { cycleOf }: CompiledCatalog): boolean {
  const about: readonly Item[] = viewing ? [viewing, ...cart.values()] : [...cart.values()];
  const narrowest = about.flatMap(({ prefixes }) => prefixes.slice(-1));
  return narrowest.some((prefix) => cycleOf(prefix) >= LONG_LIVED_DAYS);
}

/**
 * Whether help is what serves them: who wants to be helped before they ask (mission R3), something to be made good, a
 * visit for support, a purchase for years (mission K7).
 */
function needsHelp({ folded, now, catalog, favours = [] }: BasisRead): boolean {
  if (favours.includes('help')) return true;
  if (folded.complaints.size > 0 || clearIntent(intentAt(folded, now)) === 'support') return true;
  return standingAt(folded, now).standing !== 'fine' || isLongLived(folded, catalog);
}

/** Reads from the profile what all offers of one decision share: annoyance, tiredness, moment, intent, the relation. */
export function readUtilityBasis(read: BasisRead): UtilityBasis {
  const { folded, now, catalog, model, direction, moment, lifetimeValue } = read;
  const annoyance = annoyanceAt(folded, now.at);
  const tired = fatigueAt(folded, now.at);
  const worth = lifetimeValue === undefined ? {} : { lifetimeValue };
  return utilityBasis(annoyance, {
    catalog,
    model,
    direction,
    ...worth,
    fatigue: tired.inbound + tired.outbound,
    moment: moment === 'transit' || moment === 'idle' ? 1 : 0,
    support: intentAt(folded, now).belief.support - INTENT_PRIOR.support,
    relation: relationTerms({
      annoyance,
      we: weFeeling(folded, now.at),
      model,
      ...worth,
      needsHelp: needsHelp(read),
    }),
  });
}
