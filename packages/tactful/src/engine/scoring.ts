import { readAffinities, type Affinity } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import { exclusionContext, type ExclusionContext } from './exclusion-context.js';
import type { Wish } from './fold-tell-me.js';
import { goalReader } from './goal-fit.js';
import { dueNow, needNow, type GroupNeed } from './need-due.js';
import { offerReader } from './offer-reading.js';
import type { Permission } from './permission.js';
import { readUtilityBasis } from './read-utility-basis.js';
import { satiationReader } from './satiation.js';
import { silenceReader, type Beside } from './silence-beside.js';
import { silenceSetting, type SilenceSetting } from './silence-setting.js';
import type { Situation } from './situation.js';
import { groupTastes, tasteParts } from './taste.js';
import { wishReader } from './tell-me.js';
import { offerScore, offerUtility, type OfferRead, type Score, type Utility, type UtilityBasis } from './utility.js';
import { worth, worthReader } from './worth.js';

/** An offer that may speak, with what it is worth. */
export interface Scored {
  readonly compiled: CompiledOffer;
  /** What of the shopper it was scored with. */
  readonly read: OfferRead;
  readonly score: Score;
  readonly beside: Beside;
  /** What it is worth beyond that, in minor units: it speaks where this is above 0. */
  readonly utility: number;
  /** The wishes of the shopper that it answers. */
  readonly asked: readonly Wish[];
  /** 2 for what is owed to the shopper, 1 for what they asked for: these are weighed against nothing. 0 for all else. */
  readonly rank: 0 | 1 | 2;
}

/** What every offer is scored with. */
export interface Readers extends ExclusionContext {
  /** Of an offer of the catalogue. */
  readonly scoreOf: (compiled: CompiledOffer, asked: readonly Wish[]) => Scored;
  /** What the taste that an offer is scored with was read from, narrowest first. */
  readonly partsOf: (compiled: CompiledOffer) => readonly Affinity[];
  /** {@link worth} of the offer at a place of the lots, without writing its score down. */
  readonly worthOf: (place: number) => number;
  /** Whether anything is owed to the shopper: else what nobody asked for has no rank. */
  readonly owes: boolean;
  readonly basis: UtilityBasis;
  readonly silence: SilenceSetting;
}

const TO_MAKE_GOOD: ReadonlySet<string> = new Set(['OPEN_COMPLAINT', 'RECOVERY', 'INCIDENT']);

/** While something is to be made good, apology and remedy are owed: they come before all else (mission R6, R9). */
function owedReader({ incidents }: Situation): (compiled: CompiledOffer) => boolean {
  const remedies = new Set(incidents.flatMap(({ incident }) => incident.remedy ?? []));
  return (compiled) => compiled.class === 'apology' || compiled.class === 'remedy' || remedies.has(compiled.id);
}

const NO_WISHES: readonly Wish[] = [];

/** The rules' context for one decision: what `judge` walks the catalogue with, also for one offer alone. */
export function readersFor(situation: Situation, permission: Permission): Readers {
  const { catalog, folded, model, at, offset, signals, direction, relationship } = situation;
  const now = { at, offset };
  const { cycleOf } = catalog;
  const satiationOf = satiationReader(folded, { at, cycleOf });
  const affinities = readAffinities({ folded, catalog, model, at });
  const tastes = groupTastes(catalog, affinities);
  const needRead = { folded, now, cycleOf, satiationOf };
  const needIn = (prefix: string): GroupNeed => needNow(prefix, needRead);
  const goalOf = goalReader(folded);
  const [from, to] = situation.policy.rhythm.due;
  const dueOf = (prefix: string): number => dueNow(prefix, needRead);
  const isDue = (prefix: string): boolean => dueOf(prefix) >= from && dueOf(prefix) <= to;
  const context = exclusionContext(situation, {
    permission,
    tastes,
    satiationOf,
    dueOf,
    wishesOf: folded.tellMe.size === 0 ? () => NO_WISHES : wishReader(folded, { at, isDue }),
  });
  const { favours } = relationship.contract;
  const moment = signals?.moment?.value;
  const basis = readUtilityBasis({ folded, now, catalog, model, direction, moment, favours });
  const silence = silenceSetting(situation);
  const besideOf = silenceReader(situation, silence);
  const owes = permission.refused.some((refused) => TO_MAKE_GOOD.has(refused.silence.reason));
  const isOwed = owes ? owedReader(situation) : () => false;
  const readAt = offerReader(catalog, {
    wearOf: context.wearOf,
    wearIn: context.wearIn,
    tastes,
    usualPrice: affinities.usualPrice,
    needIn,
    goalOf,
    hasGoals: folded.goals.size > 0,
    tellsDay: !!signals?.weather,
    basis,
  });
  const scoreOf: Readers['scoreOf'] = (compiled, asked) => {
    const { offer, read: shared } = readAt(catalog.lots.columns.placeOf.get(compiled.id) ?? 0);
    // By the two records by which all are scored: what met records of other shapes as well would box each number it reads.
    const score = offerScore(offer, shared);
    const beside = besideOf(offer, shared);
    const read = { ...shared, group: { ...shared.group } };
    const rank = isOwed(compiled) ? 2 : asked.length > 0 ? 1 : 0;
    return { compiled, read, score, beside, utility: score.utility - beside.utility, asked, rank };
  };
  const worthOf = worthReader(readAt, besideOf);
  const partsOf: Readers['partsOf'] = (compiled) => tasteParts(compiled, affinities);
  return { ...context, scoreOf, worthOf, owes, partsOf, basis, silence };
}

/** Whether both sides gain; what is owed or was asked for is not weighed against what it costs the shop. */
export const isGain = ({ compiled, score, utility, rank }: Scored): boolean =>
  rank > 0 || !Number.isNaN(worth(compiled, score, utility));

/** What a scored offer is worth, with its account. */
export function utilityOf({ compiled, read, score }: Scored): Utility {
  return offerUtility(compiled, read, score);
}
