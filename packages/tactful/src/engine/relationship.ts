import { DAY_MS } from './clock.js';
import type { CatalogFacts } from './compile-catalog.js';
import { meetContracts, type Contract } from './conduct.js';
import type { HabitState } from './fold-habits.js';
import type { RelationState } from './fold-relation.js';
import type { TypePack } from './relationship-type.js';
import { relationshipFeatures } from './relationship-features.js';
import { featureConfidence, scoreTypes, type Plausibility, type Scorecard } from './scorecard.js';

/** What the shopper chose holds for a year; then behaviour is looked at again. */
const STATED_MS: number = 365 * DAY_MS;
/** At most one question about it in half a year, and none for a year after an answer. */
const ASK_REST_MS = 180 * DAY_MS;
/** The id of the question whether what the shopper chose still fits. */
export const RELATIONSHIP_QUESTION = 'relationship';
/** From here on a type is plausible enough to be kept to; elicited. */
const PLAUSIBLE = 0.15;
/** Thirds of nothing are not .15: what rounding took must not decide. */
const ROUNDING = 1e-12;
/** Less than two features' worth of observation is few; elicited. */
const FEW = 2;

/** What a relationship is read from, and as of when (epoch milliseconds). */
export interface RelationshipBase {
  readonly folded: HabitState & RelationState;
  readonly catalog: CatalogFacts;
  readonly types: readonly [TypePack, ...TypePack[]];
  readonly at: number;
}

/** What is known of the relationship that somebody wants. */
export interface Relationship {
  /** What the shopper chose, while that holds. */
  readonly stated: string | undefined;
  /** What the scorecard says of behaviour alone. */
  readonly scorecard: Scorecard;
  /** How many features' worth of observation there is, out of 11. */
  readonly observed: number;
  /** So little that nothing is concluded. */
  readonly few: boolean;
  /** What is concluded from behaviour; `undefined` where the scorecard abstains or has seen too little. */
  readonly seems: string | undefined;
  /** What counts: all on the stated type, else the scorecard's. */
  readonly plausibilities: readonly Plausibility[];
  /** How to behave now. */
  readonly contract: Contract;
}

/** The types that are plausible enough to be kept to; when none is, all of them. */
export function plausibleTypes(plausibilities: readonly Plausibility[]): readonly string[] {
  const plausible = plausibilities.filter(({ p }) => p >= PLAUSIBLE - ROUNDING);
  return (plausible.length > 0 ? plausible : plausibilities).map(({ type }) => type);
}

/**
 * The contract to keep: of every plausible type the strictest.
 *
 * Whatever it allows, the contract of each plausible type allows too. A type that falls away can only loosen it.
 */
export function activeContract(types: RelationshipBase['types'], plausibilities: readonly Plausibility[]): Contract {
  const ids = plausibleTypes(plausibilities);
  const [first, ...others] = types.filter(({ id }) => ids.includes(id)).map(({ contract }) => contract);
  return meetContracts(
    first ? [first, ...others] : [types[0].contract, ...types.slice(1).map(({ contract }) => contract)],
  );
}

function statedType({ folded, types, at }: RelationshipBase): string | undefined {
  const { saidRelationship: said } = folded;
  const holds = said !== undefined && at - said.at < STATED_MS && types.some(({ id }) => id === said.value);
  return holds ? said.value : undefined;
}

/**
 * The relationship that somebody wants: what they chose, for a year; else what a scorecard finds plausible.
 *
 * The scorecard is no validated instrument and abstains often. Behaviour that contradicts the choice never switches it.
 */
export function readRelationship(base: RelationshipBase): Relationship {
  const { folded, types } = base;
  const features = relationshipFeatures(folded, base);
  const observed = Object.values(features).reduce((sum, feature) => sum + featureConfidence(feature), 0);
  const few = observed < FEW;
  const scorecard = scoreTypes(types, features);
  const stated = statedType(base);
  const plausibilities =
    stated === undefined ? scorecard.plausibilities : types.map(({ id }) => ({ type: id, p: id === stated ? 1 : 0 }));
  return {
    stated,
    scorecard,
    observed,
    few,
    seems: few ? undefined : scorecard.type,
    plausibilities,
    contract: activeContract(types, plausibilities),
  };
}

/** Whether the shopper may be asked if their choice still fits, or why not. */
export type RelationshipQuestion =
  | { readonly ask: true; readonly stated: string; readonly seems: string }
  | {
      readonly ask: false;
      readonly because: 'not_stated' | 'unsure' | 'agrees' | 'contract' | 'asked';
      /** When it may be asked, where that is known. */
      readonly until?: number;
    };

/**
 * Whether behaviour contradicts the choice so clearly that one question is in order.
 *
 * Once in 180 days at most, not for a year after it was answered or declined, and never where the contract of the chosen
 * type forbids questions. It is only a question: nothing is switched.
 */
export function mayAskRelationship(base: RelationshipBase): RelationshipQuestion {
  const { stated, seems, contract } = readRelationship(base);
  if (stated === undefined) return { ask: false, because: 'not_stated' };
  if (seems === undefined) return { ask: false, because: 'unsure' };
  if (seems === stated) return { ask: false, because: 'agrees' };
  if (contract.bans.includes('question')) return { ask: false, because: 'contract' };
  const asked = base.folded.asked.get(RELATIONSHIP_QUESTION);
  const until = asked ? Math.max(asked.at + ASK_REST_MS, asked.settledUntil ?? 0) : 0;
  return base.at < until ? { ask: false, because: 'asked', until } : { ask: true, stated, seems };
}
