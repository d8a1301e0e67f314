import type { CatalogProblem } from './catalog.js';
import { ALWAYS_BANNED, BANS, FAILURE_RESPONSES, FAVOURS } from './conduct.js';
import { isFields, type OfferProblem } from './offer-problem.js';
import { problemAt } from './read-catalog.js';
import { RELATIONSHIP_FEATURES, type TypePack } from './relationship-type.js';

/** A type pack, or without `pack` what is wrong in it. */
export interface TypePackReading {
  readonly pack?: TypePack;
  readonly problems: readonly CatalogProblem[];
}

type Fields = Readonly<Record<string, unknown>>;

const MOST_WEIGHT = 3;
const LONGEST_NAME = 80;
const LONGEST_SOURCE = 2_000;

const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value !== '' && value.length <= longest;
const isBetween = (value: unknown, [least, most]: readonly [number, number]): boolean =>
  typeof value === 'number' && value >= least && value <= most;
const isCount = (value: unknown, most: number): boolean => Number.isInteger(value) && isBetween(value, [0, most]);
const isListOf = (value: unknown, known: readonly string[]): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => known.includes(String(each)));

/** What a file holds itself, and not what its prototype does. */
const own = (raw: Fields, key: string): unknown => (Object.hasOwn(raw, key) ? raw[key] : undefined);
const part = (raw: Fields, key: string): Fields => {
  const value = own(raw, key);
  return isFields(value) ? value : {};
};

function weightProblems(weights: Fields): readonly OfferProblem[] {
  const known: readonly string[] = RELATIONSHIP_FEATURES;
  const unknown = Object.keys(weights).filter((key) => !known.includes(key));
  return [
    ...known
      .filter((key) => !isBetween(own(weights, key), [-MOST_WEIGHT, MOST_WEIGHT]))
      .map((key): OfferProblem => [`weights.${key}`, own(weights, key), 'a number from -3 to 3; 0 tells nothing']),
    ...unknown.map((key): OfferProblem => [`weights.${key}`, weights[key], `one of ${known.join(', ')}`]),
  ];
}

function contractProblems(contract: Fields): readonly OfferProblem[] {
  const [favours, bans, response] = [own(contract, 'favours'), own(contract, 'bans'), own(contract, 'failureResponse')];
  const [outbound, strikes] = [own(contract, 'outboundPer30d'), own(contract, 'strikesToRecovery')];
  const problems: OfferProblem[] = [];
  const check = (fits: boolean, ...problem: OfferProblem): void => {
    if (!fits) problems.push(problem);
  };
  check(isCount(outbound, 30), 'contract.outboundPer30d', outbound, 'a whole number from 0 to 30');
  check(isCount(strikes, 3) && strikes !== 0, 'contract.strikesToRecovery', strikes, '1, 2 or 3');
  check(isListOf(favours, FAVOURS), 'contract.favours', favours, `a list out of ${FAVOURS.join(', ')}`);
  check(isListOf(bans, BANS), 'contract.bans', bans, `a list out of ${BANS.join(', ')}`);
  check(isListOf([response], FAILURE_RESPONSES), 'contract.failureResponse', response, FAILURE_RESPONSES.join(', '));
  if (!isListOf(bans, BANS)) return problems;
  check(
    ALWAYS_BANNED.every((ban) => bans.includes(ban)),
    'contract.bans',
    bans,
    `with ${ALWAYS_BANNED.join(', ')}: every contract forbids them`,
  );
  const both = isListOf(favours, FAVOURS) ? favours.filter((favour) => bans.includes(favour)) : [];
  check(both.length === 0, 'contract.favours', both, 'nothing that the contract forbids');
  return problems;
}

function headProblems(raw: Fields): readonly OfferProblem[] {
  const [id, prior, sources] = [own(raw, 'id'), own(raw, 'prior'), own(raw, 'sources')];
  const name = part(raw, 'publicName');
  const problems: OfferProblem[] = [];
  if (typeof id !== 'string' || !/^[a-z][a-z\d_]{0,39}$/.test(id))
    problems.push(['id', id, 'lower case letters, digits and underscores, at most 40']);
  for (const lang of ['en', 'nl'])
    if (!isText(own(name, lang), LONGEST_NAME))
      problems.push([`publicName.${lang}`, own(name, lang), 'a kind name, at most 80 characters']);
  if (!isBetween(prior, [Number.MIN_VALUE, 1])) problems.push(['prior', prior, 'a number above 0, at most 1']);
  if (!Array.isArray(sources) || sources.length === 0 || !sources.every((each) => isText(each, LONGEST_SOURCE)))
    problems.push(['sources', sources, 'a list of texts: where the type and its numbers come from']);
  return problems;
}

/** Each field has passed its check, which a compiler cannot see in a list of problems. */
function isSound(raw: Fields | TypePack, problems: readonly CatalogProblem[]): raw is TypePack {
  return problems.length === 0;
}

/** The fields of a type pack alone: what else a file holds stays behind. */
function copyOf({ id, publicName, prior, weights, contract, sources }: TypePack): TypePack {
  const { outboundPer30d, favours, bans, strikesToRecovery, failureResponse } = contract;
  return {
    id,
    publicName: { en: publicName.en, nl: publicName.nl },
    prior,
    weights: { ...weights },
    contract: { outboundPer30d, favours: [...favours], bans: [...bans], strikesToRecovery, failureResponse },
    sources: [...sources],
  };
}

/**
 * Anything as a type of relationship; with one wrong field there is none, and each is named with path, found and fix.
 *
 * Never throws. A contract that does not forbid countdowns, false scarcity and dearer prices is refused, and so is one
 * that is glad of what it forbids.
 *
 * @example
 * ```ts
 * const { pack, problems } = readTypePack(JSON.parse(text));
 * ```
 */
export function readTypePack(raw: unknown): TypePackReading {
  if (!isFields(raw)) return { problems: [problemAt('', ['', raw, 'an object with id, weights and contract'])] };
  const found = [
    ...headProblems(raw),
    ...weightProblems(part(raw, 'weights')),
    ...contractProblems(part(raw, 'contract')),
  ];
  const problems = found.map((problem) => problemAt('', problem));
  return isSound(raw, problems) ? { pack: copyOf(raw), problems } : { problems };
}
