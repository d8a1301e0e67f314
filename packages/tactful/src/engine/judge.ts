import { readAffinities } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import { excludeAsked, excludeByCatalog, GATE_ORDER, gatesIn, type Excluded, type Gates } from './exclusion.js';
import { exclusionContext, type ExclusionContext } from './exclusion-context.js';
import type { Wish } from './fold-tell-me.js';
import { goalReader } from './goal-fit.js';
import { dueNow, groupNeeds, NO_NEED, type GroupNeed } from './need-due.js';
import type { Permission } from './permission.js';
import { readUtilityBasis } from './read-utility-basis.js';
import type { OfferLot } from './offer-lots.js';
import type { OfferVerdict } from './reason.js';
import { cycleReader, satiationReader } from './satiation.js';
import { silenceSetting, type SilenceSetting } from './silence-setting.js';
import { silenceUtility, type SilenceRead } from './silence-utility.js';
import type { Situation } from './situation.js';
import { groupTastes, type Taste } from './taste.js';
import { wishReader } from './tell-me.js';
import { offerScore, offerUtility, type OfferRead, type Score, type Utility, type UtilityBasis } from './utility.js';
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
interface Readers extends ExclusionContext {
  readonly scoreOf: (compiled: CompiledOffer, asked: readonly Wish[]) => Scored;
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
  const tasteOf = groupTastes(catalog.groups, affinities);
  const needOf = groupNeeds(catalog.groups, { folded, now, cycleOf, satiationOf });
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
  const scoreOf = (compiled: CompiledOffer, asked: readonly Wish[]): Scored => {
    const { group, prefixes, priceZ, helps } = compiled;
    const read: OfferRead = {
      group: tasteOf(group),
      priceFit: affinities.priceFit({ top: prefixes[0], z: priceZ }),
      wear: context.wearOf(compiled),
      need: needFor(compiled, needOf(group)),
      goal: goalOf(helps),
      day: isForTheDay(compiled, situation),
      basis,
    };
    const score = offerScore(compiled, read);
    const beside = besideOf(compiled, read);
    const rank = owes(compiled) ? 2 : asked.length > 0 ? 1 : 0;
    return { compiled, read, score, beside, utility: score.utility - beside.utility, asked, rank };
  };
  return { ...context, scoreOf, basis, silence };
}

/** The taste that an offer was scored with. */
export const tasteFor = ({ read: { group, priceFit } }: Scored): Taste => ({ ...group, priceFit });

/** What a scored offer is worth, with its account. */
export function utilityOf(scored: Scored): Utility {
  return offerUtility(scored.compiled, { ...scored.read, taste: tasteFor(scored) });
}

/** How often a verdict fell, and how far along the rules it stands. */
interface Fallen {
  readonly stage: number;
  times: number;
}

/** What the walk along the catalogue gathers. */
interface Tally {
  readonly gates: Gates;
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

function reach(tally: Tally, excluded: Excluded, stage: number): void {
  if (stage <= tally.stage) return;
  tally.stage = stage;
  tally.furthest = excluded;
}

function weigh(tally: Tally, scored: Scored): void {
  // What is owed or was asked for is not weighed against what it costs the shop.
  const gain = scored.rank > 0 || isWinWin(scored.compiled, scored.score);
  count(tally, gain ? 'OUTSCORED' : 'NOT_WIN_WIN', 1);
  if (gain) insert(tally.best, scored);
  else if (tally.lopsided.length < KEPT) tally.lopsided.push(scored);
}

function judgeOne(tally: Tally, compiled: CompiledOffer, readers: Readers): void {
  const asked = readers.wishesOf(compiled);
  const excluded = asked.length > 0 ? excludeAsked(compiled, readers) : tally.gates.offer(compiled);
  if (!excluded) {
    weigh(tally, readers.scoreOf(compiled, asked));
    return;
  }
  reach(tally, excluded, count(tally, excluded.verdict, 1).stage);
}

function judgeLot(tally: Tally, { offers }: OfferLot, readers: Readers): void {
  const closed = tally.gates.lot(offers[0]);
  if (!closed) {
    for (const compiled of offers) judgeOne(tally, compiled, readers);
    return;
  }
  const { tellMe } = readers.situation.folded;
  const wished = tellMe.size === 0 ? NOBODY : offers.filter((each) => readers.wishesOf(each).length > 0);
  for (const compiled of wished) judgeOne(tally, compiled, readers);
  if (wished.length === offers.length) return;
  const { stage } = count(tally, closed.verdict, offers.length - wished.length);
  // What the catalogue itself holds back was not held back by what closed the lot.
  if (stage > tally.stage && offers.some((each) => !excludeByCatalog(each, readers))) reach(tally, closed, stage);
}

/** Judges every offer of the catalogue: may it speak, and what is it worth to both sides beyond silence? */
export function judge(readers: Readers): Judged {
  const tally: Tally = {
    gates: gatesIn(readers),
    best: [],
    lopsided: [],
    fallen: new Map(),
    furthest: undefined,
    stage: -1,
  };
  for (const lot of readers.situation.catalog.lots) judgeLot(tally, lot, readers);
  const { best, lopsided, fallen, furthest } = tally;
  const { basis, silence } = readers;
  const counts = Object.fromEntries([...fallen].map(([verdict, { times }]) => [verdict, times]));
  return { basis, silence, best, lopsided, counts, furthest };
}
