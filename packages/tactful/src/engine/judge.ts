import { readAffinities } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import { excludeAsked, excludeByCatalog, GATE_ORDER, gatesIn, type Excluded, type Gates } from './exclusion.js';
import { exclusionContext, type ExclusionContext } from './exclusion-context.js';
import type { Wish } from './fold-tell-me.js';
import { goalReader } from './goal-fit.js';
import { cheaperFirst } from './life-event.js';
import { dueNow, groupNeeds, NO_NEED, type GroupNeed } from './need-due.js';
import type { Permission } from './permission.js';
import { readUtilityBasis } from './read-utility-basis.js';
import type { OfferLot } from './offer-lots.js';
import type { OfferVerdict } from './reason.js';
import { cycleReader, satiationReader } from './satiation.js';
import { silenceSetting, type SilenceSetting } from './silence-setting.js';
import { silenceUtility, type SilenceRead } from './silence-utility.js';
import type { Situation } from './situation.js';
import { groupTastes, NO_TASTE, readTaste, type Taste } from './taste.js';
import { wishReader } from './tell-me.js';
import {
  NO_SCORE,
  offerScore,
  offerUtility,
  type OfferRead,
  type Score,
  type Utility,
  type UtilityBasis,
  type Writable,
} from './utility.js';
import { visitChance, waitValue } from './wait-for-them.js';

/** What silence is worth beside an offer, with what that is made of. */
export interface Beside extends SilenceRead {
  readonly utility: number;
}

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

/** What became of every offer of the catalogue. */
export interface Judged {
  readonly basis: UtilityBasis;
  readonly silence: SilenceSetting;
  /** The best few that both sides gain from, best first. */
  readonly best: readonly Scored[];
  /** Where the cheapest goes first: that of all that beat silence, though it be none of the best few. */
  readonly cheapest: Scored | undefined;
  /** A few that one side would pay for. */
  readonly lopsided: readonly Scored[];
  readonly counts: Readonly<Partial<Record<OfferVerdict | 'CHOSEN', number>>>;
  /** The exclusion that came furthest along the rules. */
  readonly furthest: Excluded | undefined;
}

/** As many as a stored account holds beside silence. */
const KEPT = 7;

/** Both sides must gain: not a weighted sum that lets one side pay for the other (science 7.3). */
function isWinWin({ promotional }: CompiledOffer, { shopper, saving, business, relation }: Score): boolean {
  return shopper + saving + relation >= 0 && (!promotional || business >= 0);
}

/** What it is worth beyond silence, in minor units; NaN where one side would pay for the other. */
export const worth = ({ compiled, score, utility }: Pick<Scored, 'compiled' | 'score' | 'utility'>): number =>
  isWinWin(compiled, score) ? utility : NaN;

function isBetter(a: Scored, b: Scored): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  if (a.utility !== b.utility) return a.utility > b.utility;
  return a.compiled.id < b.compiled.id;
}

/** Keeps a short sorted list: sorting ten thousand to look at seven would cost more than the rules. */
function insert(best: Scored[], scored: Scored): void {
  let place = best.length;
  for (let before = best[place - 1]; before && isBetter(scored, before); before = best[place - 1]) place--;
  if (place >= KEPT) return;
  best.splice(place, 0, scored);
  if (best.length > KEPT) best.pop();
}

/** What every offer is scored with. */
export interface Readers extends ExclusionContext {
  readonly scoreOf: (compiled: CompiledOffer, asked: readonly Wish[]) => Scored;
  readonly rankOf: (compiled: CompiledOffer, asked: readonly Wish[]) => Scored['rank'];
  /** The taste that an offer is scored with, and what it was read from. */
  readonly tasteFor: (compiled: CompiledOffer) => Taste;
  /** {@link worth} of a score, without writing the score down. */
  readonly worthOf: (compiled: CompiledOffer) => number;
  readonly basis: UtilityBasis;
  readonly silence: SilenceSetting;
}

const TO_MAKE_GOOD: ReadonlySet<string> = new Set(['OPEN_COMPLAINT', 'RECOVERY', 'INCIDENT']);

/** While something is to be made good, apology and remedy are owed: they come before all else (mission R6, R9). */
function owedReader({ incidents }: Situation, { refused }: Permission): (compiled: CompiledOffer) => boolean {
  if (!refused.some(({ silence }) => TO_MAKE_GOOD.has(silence.reason))) return () => false;
  const remedies = new Set(incidents.flatMap(({ incident }) => incident.remedy ?? []));
  return (compiled) => compiled.class === 'apology' || compiled.class === 'remedy' || remedies.has(compiled.id);
}

/**
 * What goes with a thing is wanted because the thing was bought; what comes again, when its own rhythm says so; and of
 * news about it nobody has enough by having bought it.
 */
function needFor({ class: offerClass }: CompiledOffer, need: GroupNeed): GroupNeed {
  if (offerClass === 'complement') return NO_NEED;
  if (need.satiation === 0) return need;
  return offerClass === 'replenish' || offerClass === 'inform' ? { satiation: 0, due: need.due } : need;
}

/** Whether it is something new that is only for a day such as the page says it is (mission M3). */
const isForTheDay = ({ class: offerClass, readsWeather }: CompiledOffer, { signals }: Situation): boolean =>
  readsWeather && offerClass === 'inspire' && !!signals?.weather;

const NO_WISHES: readonly Wish[] = [];
const NOBODY: readonly CompiledOffer[] = [];

/** What silence is worth beside an offer. Only an outbound contact also waits: for the same on their own page, if they come. */
function silenceReader(
  situation: Situation,
  silence: SilenceSetting,
): (compiled: CompiledOffer, read: OfferRead) => Beside {
  const beside = (read: SilenceRead): Beside => ({ ...read, utility: silenceUtility(read).utility });
  const { catalog, folded, model, at, offset, direction, relationship } = situation;
  if (direction !== 'outbound') {
    const [selling, other] = [true, false].map((promotional) => beside({ ...silence, promotional })) as [
      Beside,
      Beside,
    ];
    return ({ promotional }) => (promotional ? selling : other);
  }
  const now = { at, offset };
  const chance = visitChance({ folded, model, now });
  const { favours } = relationship.contract;
  const basis = readUtilityBasis({ folded, now, catalog, model, direction: 'inbound', favours });
  return (compiled, read) => {
    const wait = waitValue(chance, offerScore(compiled, { ...read, basis }).utility);
    return beside({ ...silence, promotional: compiled.promotional, wait });
  };
}

/** The rules' context for one decision: what {@link judge} walks the catalogue with, also for one offer alone. */
export function readersFor(situation: Situation, permission: Permission): Readers {
  const { catalog, folded, model, at, offset, signals, direction, relationship } = situation;
  const now = { at, offset };
  const cycleOf = cycleReader(catalog);
  const satiationOf = satiationReader(folded, { at, cycleOf });
  const affinities = readAffinities({ folded, catalog, model, at });
  const tasteOf = groupTastes(catalog, affinities);
  const needOf = groupNeeds(catalog, { folded, now, cycleOf, satiationOf });
  const goalOf = goalReader(folded);
  const [from, to] = situation.policy.rhythm.due;
  const dueOf = (prefix: string): number => dueNow(prefix, { folded, now, cycleOf });
  const isDue = (prefix: string): boolean => dueOf(prefix) >= from && dueOf(prefix) <= to;
  const context = exclusionContext(situation, {
    permission,
    tasteOf,
    satiationOf,
    dueOf,
    wishesOf: folded.tellMe.size === 0 ? () => NO_WISHES : wishReader(folded, { at, isDue }),
  });
  const { favours } = relationship.contract;
  const moment = signals?.moment?.value;
  const basis = readUtilityBasis({ folded, now, catalog, model, direction, moment, favours });
  const silence = silenceSetting(situation);
  const besideOf = silenceReader(situation, silence);
  const owes = owedReader(situation, permission);
  const readInto = (read: Writable<OfferRead>, compiled: CompiledOffer): OfferRead => {
    const { group, prefixes, priceZ, helps } = compiled;
    read.group = tasteOf(group);
    read.priceFit = priceZ === undefined ? 0 : affinities.priceFit({ top: prefixes[0], z: priceZ });
    read.wear = context.wearOf(compiled);
    read.need = needFor(compiled, needOf(group));
    read.goal = goalOf(helps);
    read.day = isForTheDay(compiled, situation);
    return read;
  };
  const nothing: OfferRead = { group: NO_TASTE, priceFit: 0, wear: 0, need: NO_NEED, goal: 0, day: false, basis };
  const rankOf: Readers['rankOf'] = (compiled, asked) => (owes(compiled) ? 2 : asked.length > 0 ? 1 : 0);
  const scoreOf: Readers['scoreOf'] = (compiled, asked) => {
    const read = readInto({ ...nothing }, compiled);
    const score = offerScore(compiled, read);
    const beside = besideOf(compiled, read);
    const rank = rankOf(compiled, asked);
    return { compiled, read, score, beside, utility: score.utility - beside.utility, asked, rank };
  };
  const [scratch, sides] = [{ ...nothing }, { ...NO_SCORE }];
  const worthOf: Readers['worthOf'] = (compiled) => {
    const score = offerScore(compiled, readInto(scratch, compiled), sides);
    return worth({ compiled, score, utility: score.utility - besideOf(compiled, scratch).utility });
  };
  const tasteFor: Readers['tasteFor'] = (compiled) => readTaste(compiled, affinities);
  return { ...context, scoreOf, rankOf, worthOf, tasteFor, basis, silence };
}

/** What a scored offer is worth, with its account. */
export function utilityOf({ compiled, read }: Scored): Utility {
  return offerUtility(compiled, { ...read, taste: { ...read.group, priceFit: read.priceFit } });
}

/** How often a verdict fell, and how far along the rules it stands. */
interface Fallen {
  readonly stage: number;
  times: number;
}

/** What the walk along the catalogue gathers. */
interface Tally {
  readonly readers: Readers;
  readonly gates: Gates;
  /** Whether the cheapest goes first. */
  readonly isSparing: boolean;
  cheapest: Scored | undefined;
  readonly best: Scored[];
  readonly lopsided: Scored[];
  readonly fallen: Map<OfferVerdict, Fallen>;
  furthest: Excluded | undefined;
  stage: number;
}

function count(tally: Tally, verdict: OfferVerdict, times: number): Fallen {
  let fallen = tally.fallen.get(verdict);
  if (!fallen) tally.fallen.set(verdict, (fallen = { stage: GATE_ORDER.indexOf(verdict), times: 0 }));
  fallen.times += times;
  return fallen;
}

/** Whether it came further than any before, or as far and ends sooner: then the moment to look again is that of the first to open. */
function isFurther({ stage, furthest }: Tally, excluded: Excluded, at: number): boolean {
  if (at !== stage || !furthest) return at > stage;
  const [sooner, later] = [excluded.until ?? Infinity, furthest.until ?? Infinity];
  return sooner < later && (excluded.endedBy === undefined) === (furthest.endedBy === undefined);
}

function reach(tally: Tally, excluded: Excluded, stage: number): void {
  tally.stage = stage;
  tally.furthest = excluded;
}

/** Whether it comes behind all that are kept: of these nothing is written down. */
function isBehind(best: readonly Scored[], rank: Scored['rank'], utility: number): boolean {
  const last = best[KEPT - 1];
  return last !== undefined && (rank < last.rank || (rank === last.rank && utility < last.utility));
}

/** What asks least of all that beat silence, the better of two that ask the same: it may be worth less than seven others. */
function spare(tally: Tally, scored: Scored): void {
  const { cheapest } = tally;
  const asksMore = cheapest ? cheaperFirst(scored.compiled, cheapest.compiled) : -1;
  if (asksMore < 0 || (cheapest && asksMore === 0 && isBetter(scored, cheapest))) tally.cheapest = scored;
}

function weigh(tally: Tally, compiled: CompiledOffer, asked: readonly Wish[]): void {
  const { best, lopsided, readers, isSparing } = tally;
  const rank = readers.rankOf(compiled, asked);
  const utility = readers.worthOf(compiled);
  // What is owed or was asked for is not weighed against what it costs the shop.
  const gain = rank > 0 || utility === utility;
  count(tally, gain ? 'OUTSCORED' : 'NOT_WIN_WIN', 1);
  if (!gain) {
    if (lopsided.length < KEPT) lopsided.push(readers.scoreOf(compiled, asked));
    return;
  }
  const [isKept, isSpared] = [!isBehind(best, rank, utility), isSparing && utility > 0];
  if (!isKept && !isSpared) return;
  const scored = readers.scoreOf(compiled, asked);
  if (isKept) insert(best, scored);
  if (isSpared) spare(tally, scored);
}

function judgeOne(tally: Tally, compiled: CompiledOffer): void {
  const { readers } = tally;
  const asked = readers.wishesOf(compiled);
  const excluded = asked.length > 0 ? excludeAsked(compiled, readers) : tally.gates.offer(compiled);
  if (!excluded) {
    weigh(tally, compiled, asked);
    return;
  }
  const { stage } = count(tally, excluded.verdict, 1);
  if (isFurther(tally, excluded, stage)) reach(tally, excluded, stage);
}

/** Those of a closed lot that the shopper asked to be told of. */
const wishedFor = ({ readers }: Tally, { offers }: OfferLot): readonly CompiledOffer[] =>
  offers.filter((each) => readers.wishesOf(each).length > 0);

/** What the catalogue itself holds back was not held back by what closed the lot. */
const isHeldBack = ({ readers }: Tally, { offers }: OfferLot): boolean =>
  offers.some((each) => !excludeByCatalog(each, readers));

function judgeLot(tally: Tally, lot: OfferLot): void {
  const { offers } = lot;
  const closed = tally.gates.lot(lot);
  if (!closed) {
    for (const compiled of offers) judgeOne(tally, compiled);
    return;
  }
  const wished = tally.readers.situation.folded.tellMe.size === 0 ? NOBODY : wishedFor(tally, lot);
  for (const compiled of wished) judgeOne(tally, compiled);
  if (wished.length === offers.length) return;
  const { stage } = count(tally, closed.verdict, offers.length - wished.length);
  if (isFurther(tally, closed, stage) && isHeldBack(tally, lot)) reach(tally, closed, stage);
}

/** Judges every offer of the catalogue: may it speak, and what is it worth to both sides beyond silence? */
export function judge(readers: Readers): Judged {
  const tally: Tally = {
    readers,
    gates: gatesIn(readers),
    isSparing: readers.situation.protections.includes('cheaper_first'),
    cheapest: undefined,
    best: [],
    lopsided: [],
    fallen: new Map(),
    furthest: undefined,
    stage: -1,
  };
  readers.situation.catalog.lots.forEach((lot) => {
    judgeLot(tally, lot);
  });
  const { best, cheapest, lopsided, fallen, furthest } = tally;
  const { basis, silence } = readers;
  const counts = Object.fromEntries([...fallen].map(([verdict, { times }]) => [verdict, times]));
  return { basis, silence, best, cheapest, lopsided, counts, furthest };
}
