import type { CompiledOffer } from './compile-catalog.js';
import type { Excluded } from './excluded.js';
import { excludeAsked, excludeByCatalog, GATE_ORDER } from './exclusion.js';
import type { Wish } from './fold-tell-me.js';
import { gatesIn, type Gates } from './gates.js';
import { cheaperFirst } from './life-event.js';
import { offerAt, type OfferLots } from './offer-lots.js';
import type { OfferVerdict } from './reason.js';
import type { Readers, Scored } from './scoring.js';
import type { SilenceSetting } from './silence-setting.js';
import type { UtilityBasis } from './utility.js';

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

/** An offer that may speak, and how well: what it was scored with is written down of the best alone. */
interface Ranked extends Pick<Scored, 'utility' | 'asked' | 'rank'> {
  readonly compiled: CompiledOffer;
}

function isBetter(a: Ranked, b: Ranked): boolean {
  if (a.rank !== b.rank) return a.rank > b.rank;
  if (a.utility !== b.utility) return a.utility > b.utility;
  return a.compiled.id < b.compiled.id;
}

/** Keeps a short sorted list: sorting ten thousand to look at seven would cost more than the rules. */
function insert(best: Ranked[], ranked: Ranked): void {
  let place = best.length;
  for (let before = best[place - 1]; before && isBetter(ranked, before); before = best[place - 1]) place--;
  if (place >= KEPT) return;
  best.splice(place, 0, ranked);
  if (best.length > KEPT) best.pop();
}

/** How often a verdict fell, and how far along the rules it stands. */
interface Fallen {
  readonly verdict: OfferVerdict;
  readonly stage: number;
  times: number;
}

/** What the walk along the catalogue gathers. */
interface Tally {
  readonly readers: Readers;
  readonly lots: OfferLots;
  readonly gates: Gates;
  /** Whether the cheapest goes first. */
  readonly isSparing: boolean;
  /** Whether the shopper asked to be told of anything. */
  readonly waits: boolean;
  cheapest: Ranked | undefined;
  readonly best: Ranked[];
  readonly lopsided: number[];
  readonly fallen: Map<OfferVerdict, Fallen>;
  /** The last of them: thousands fall one after another for the same. */
  last: Fallen | undefined;
  /** How many of those that may speak both sides gain from, and how many one side would pay for. */
  gaining: number;
  losing: number;
  furthest: Excluded | undefined;
  stage: number;
}

function count(tally: Tally, verdict: OfferVerdict, times: number): Fallen {
  let fallen = tally.last?.verdict === verdict ? tally.last : tally.fallen.get(verdict);
  if (!fallen) tally.fallen.set(verdict, (fallen = { verdict, stage: GATE_ORDER.indexOf(verdict), times: 0 }));
  fallen.times += times;
  tally.last = fallen;
  return fallen;
}

/** Never, where it says nothing of a time. A pair of numbers here, or of places below, would be made for each of thousands. */
const opensAt = ({ until = Infinity }: Excluded): number => until;

/** Whether it came further than any before, or as far and ends sooner: then the moment to look again is that of the first to open. */
function isFurther({ stage, furthest }: Tally, excluded: Excluded, at: number): boolean {
  if (at !== stage || !furthest) return at > stage;
  return opensAt(excluded) < opensAt(furthest) && (excluded.endedBy === undefined) === (furthest.endedBy === undefined);
}

function reach(tally: Tally, excluded: Excluded, stage: number): void {
  tally.stage = stage;
  tally.furthest = excluded;
}

/** Whether what is neither owed nor asked for comes behind all that are kept. */
function isBehind(best: readonly Ranked[], utility: number): boolean {
  const last = best[KEPT - 1];
  return last !== undefined && (last.rank > 0 || utility < last.utility);
}

/** What asks least of all that beat silence, the better of two that ask the same: it may be worth less than seven others. */
function spare(tally: Tally, ranked: Ranked): void {
  const { cheapest } = tally;
  const asksMore = cheapest ? cheaperFirst(ranked.compiled, cheapest.compiled) : -1;
  if (asksMore < 0 || (cheapest && asksMore === 0 && isBetter(ranked, cheapest))) tally.cheapest = ranked;
}

function keep(tally: Tally, ranked: Ranked): void {
  insert(tally.best, ranked);
  if (tally.isSparing && ranked.utility > 0) spare(tally, ranked);
}

const NO_WISHES: readonly Wish[] = [];

function weigh(tally: Tally, place: number): void {
  const { best, lopsided, readers, lots, isSparing } = tally;
  const utility = readers.worthOf(place);
  if (Number.isNaN(utility)) {
    tally.losing++;
    if (lopsided.length < KEPT) lopsided.push(place);
    return;
  }
  tally.gaining++;
  if (!isSparing && isBehind(best, utility)) return;
  keep(tally, { compiled: offerAt(lots.offers, place), utility, asked: NO_WISHES, rank: 0 });
}

/** What is owed or was asked for is not weighed against what it costs the shop. */
function weighFirst(tally: Tally, place: number, asked: readonly Wish[]): void {
  const { compiled, rank, utility } = tally.readers.scoreOf(offerAt(tally.lots.offers, place), asked);
  if (rank === 0) weigh(tally, place);
  else {
    tally.gaining++;
    keep(tally, { compiled, utility, asked, rank });
  }
}

function exclude(tally: Tally, excluded: Excluded): void {
  const { stage } = count(tally, excluded.verdict, 1);
  if (isFurther(tally, excluded, stage)) reach(tally, excluded, stage);
}

/** The wishes that the offer at a place answers. */
const wishesAt = ({ readers, lots, waits }: Tally, place: number): readonly Wish[] =>
  waits ? readers.wishesOf(offerAt(lots.offers, place)) : NO_WISHES;

function judgeOne(tally: Tally, place: number): void {
  const { readers, gates } = tally;
  const asked = wishesAt(tally, place);
  const excluded = asked.length > 0 ? excludeAsked(offerAt(tally.lots.offers, place), readers) : gates.offer(place);
  if (excluded) exclude(tally, excluded);
  else if (asked.length > 0 || readers.owes) weighFirst(tally, place, asked);
  else weigh(tally, place);
}

/** What the catalogue itself holds back was not held back by what closed the lot. */
function isHeldBack({ readers, lots }: Tally, [from, end]: readonly [number, number]): boolean {
  return lots.offers.slice(from, end).some((each) => !excludeByCatalog(each, readers));
}

function judgeLot(tally: Tally, lot: number): void {
  const { first } = tally.lots;
  const from = first[lot] ?? 0;
  const end = first[lot + 1] ?? 0;
  const closed = tally.gates.lot(lot);
  let left = closed ? end - from : 0;
  for (let place = from; place < end && (tally.waits || !closed); place++) {
    // Of a closed lot those are judged that the shopper asked to be told of.
    if (closed && wishesAt(tally, place).length === 0) continue;
    left--;
    judgeOne(tally, place);
  }
  if (!closed || left === 0) return;
  const { stage } = count(tally, closed.verdict, left);
  if (isFurther(tally, closed, stage) && isHeldBack(tally, [from, end])) reach(tally, closed, stage);
}

function countsOf(tally: Tally): Judged['counts'] {
  if (tally.gaining > 0) count(tally, 'OUTSCORED', tally.gaining);
  if (tally.losing > 0) count(tally, 'NOT_WIN_WIN', tally.losing);
  return Object.fromEntries([...tally.fallen].map(([verdict, { times }]) => [verdict, times]));
}

/** Judges every offer of the catalogue: may it speak, and what is it worth to both sides beyond silence? */
export function judge(readers: Readers): Judged {
  const { situation, basis, silence } = readers;
  const { lots } = situation.catalog;
  const tally: Tally = {
    readers,
    lots,
    gates: gatesIn(readers),
    isSparing: situation.protections.includes('cheaper_first'),
    waits: situation.folded.tellMe.size > 0,
    cheapest: undefined,
    best: [],
    lopsided: [],
    fallen: new Map(),
    last: undefined,
    gaining: 0,
    losing: 0,
    furthest: undefined,
    stage: -1,
  };
  for (let lot = 0; lot < lots.kind.length; lot++) judgeLot(tally, lot);
  const written = ({ compiled, asked }: Ranked): Scored => readers.scoreOf(compiled, asked);
  const best = tally.best.map(written);
  const { cheapest, furthest } = tally;
  return {
    basis,
    silence,
    best,
    cheapest: cheapest && (best.find(({ compiled }) => compiled === cheapest.compiled) ?? written(cheapest)),
    lopsided: tally.lopsided.map((place) => readers.scoreOf(offerAt(lots.offers, place), NO_WISHES)),
    counts: countsOf(tally),
    furthest,
  };
}
