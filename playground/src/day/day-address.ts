import { DAY_CARD_IDS, type DayCardId } from '@tactful/simulator';
import { isLang, type Lang } from '../language.js';
import { MOST_VOTES, VOTES, type Ballot, type Vote } from './ballot.js';
import { DAY_PLACES, LARGEST_SEED, MORNING, SHOPPER_COUNTS, type DayState } from './day-state.js';

const VERSION = '1';
/** Under which letter a vote is in an address: `s3h12` is three times to speak, then twelve times to hush. */
const LETTERS: Readonly<Record<Vote, string>> = { speak: 's', hush: 'h', pass: 'p' };
const RUN = /([shp])(\d{1,2})/g;

function readBallot(text: string): Ballot {
  if (!/^(?:[shp]\d{1,2})+$/.test(text)) return [];
  const runs = [...text.matchAll(RUN)].flatMap(([, letter, count]) => {
    const vote = VOTES.find((each) => LETTERS[each] === letter);
    return vote ? Array.from({ length: Number(count) }, () => vote) : [];
  });
  return runs.slice(0, MOST_VOTES);
}

function writeBallot(ballot: Ballot): string {
  const runs: [vote: Vote, count: number][] = [];
  for (const vote of ballot) {
    const last = runs[runs.length - 1];
    if (last?.[0] === vote) last[1]++;
    else runs.push([vote, 1]);
  }
  return runs.map(([vote, count]) => `${LETTERS[vote]}${String(count)}`).join('');
}

/** A seed as it is typed: a whole number from 1 to 999,999. */
export function readSeed(text: string | null): number | undefined {
  if (text === null || !/^\d{1,6}$/.test(text.trim())) return undefined;
  const seed = Number(text);
  return seed >= 1 && seed <= LARGEST_SEED ? seed : undefined;
}

function readBallots(given: URLSearchParams): DayState['ballots'] {
  const ballots = DAY_CARD_IDS.map((card) => [card, readBallot(given.get(card) ?? '')] as const);
  return Object.fromEntries(ballots.filter(([, ballot]) => ballot.length > 0));
}

function readOpen(text: string | null): readonly DayCardId[] {
  if (text === 'all') return DAY_CARD_IDS;
  const named = (text ?? '').split(',');
  return DAY_CARD_IDS.filter((card) => named.includes(card));
}

/**
 * The day that an address (`v=1&seed=7&card=door&open=train&train=s3h12`) names, whoever made it up.
 *
 * Unknown keys and values are dropped, another version is a new morning. Never throws.
 */
export function readDay(query: string): DayState {
  const given = new URLSearchParams(query);
  if (given.get('v') !== VERSION) return MORNING;
  return {
    seed: readSeed(given.get('seed')) ?? MORNING.seed,
    world: given.get('world') === 'nobody-minds' ? 'nullAnnoyance' : 'essays',
    at: DAY_PLACES.find((place) => place === given.get('card')) ?? MORNING.at,
    ballots: readBallots(given),
    open: readOpen(given.get('open')),
    shoppers: SHOPPER_COUNTS.find((count) => String(count) === given.get('shoppers')) ?? MORNING.shoppers,
  };
}

/** The language that an address asks for. */
export function langIn(query: string): Lang | undefined {
  const given = new URLSearchParams(query);
  const lang = given.get('v') === VERSION ? given.get('lang') : undefined;
  return isLang(lang) ? lang : undefined;
}

/** The address of a day: what {@link readDay} reads back. Only the seed and what differs from a new morning is in it. */
export function dayQuery({ seed, world, at, ballots, open, shoppers }: DayState, lang?: Lang): string {
  const votes = DAY_CARD_IDS.map((card) => [card, writeBallot(ballots[card] ?? [])] as const);
  const pairs: readonly (readonly [key: string, value: string])[] = [
    ['v', VERSION],
    ['seed', String(seed)],
    ['card', at === MORNING.at ? '' : at],
    ['open', open.length === DAY_CARD_IDS.length ? 'all' : open.join(',')],
    ...votes,
    ['world', world === 'essays' ? '' : 'nobody-minds'],
    ['shoppers', shoppers === MORNING.shoppers ? '' : String(shoppers)],
    ['lang', lang ?? ''],
  ];
  return pairs
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
}
