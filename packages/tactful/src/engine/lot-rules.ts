import { isTooEarly } from './cold-start.js';
import { durationMs } from './clock.js';
import type { CompiledOffer } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import { excluded, type Excluded } from './excluded.js';
import type { Counts, ExclusionContext } from './exclusion-context.js';
import { SHOW_ME } from './permission.js';
import type { GroupTaste } from './taste.js';

// Rules that only look at what an offer is about and of which class it is: a lot of offers at a time.

/** Says no, or nothing. */
export type Rule<Context = ExclusionContext> = (compiled: CompiledOffer, context: Context) => Excluded | undefined;

/** Classes whose condition or nature says why they fit: no affinity is asked of them. */
export const FITS_BY_NATURE: ReadonlySet<string> = new Set(['help', 'human', 'thank', 'apology', 'remedy', 'question']);
const FITS_BY_CONDITION: ReadonlySet<string> = new Set([
  'complement',
  'replenish',
  'inform',
  'inspire',
  'gift',
  'together',
]);

const narrowest = ({ prefixes }: CompiledOffer): string => prefixes[prefixes.length - 1] ?? '';

/** Whom permission lets speak. */
export const permitted: Rule = ({ offer }, { permission }) => {
  if (permission.classes.has(offer.class)) return undefined;
  const by = permission.refused.find(({ allows }) => !allows.includes(offer.class));
  if (!by) return undefined;
  const { reason, until, endedBy } = by.silence;
  return excluded(reason, { until, cause: by.cause, endedBy });
};

/** Where reminders are a nuisance, what comes again waits on the shopper's own page. */
function nagging(
  offerClass: string,
  { policy: { bans }, direction }: ExclusionContext['situation'],
): Excluded | undefined {
  const nags = direction === 'outbound' || direction === 'interrupt';
  return offerClass === 'replenish' && nags && bans.includes('replenishment_nag') ? excluded('CONTRACT') : undefined;
}

/** Where law or sector lets nothing be sold outside the site. */
export const outboundSelling: Rule = (
  { promotional },
  {
    situation: {
      direction,
      policy: { bans },
    },
  },
) => (promotional && direction === 'outbound' && bans.includes('outbound_promotion') ? excluded('LAW') : undefined);

/** What law and contract let be said. */
export const policy: Rule = ({ offer }, { situation }) =>
  situation.policy.classes.includes(offer.class)
    ? nagging(offer.class, situation)
    : excluded(situation.lawful.classes.includes(offer.class) ? 'CONTRACT' : 'LAW');

/** What the shopper never wants to hear of. */
export const never: Rule = ({ class: offerClass, group }, { situation: { folded }, neverOf }) => {
  const ofClass = folded.never.size > 0 ? folded.never.get(evidenceKey('class', offerClass)) : undefined;
  const ofGroup = neverOf(group);
  if (!ofClass && ofGroup.length === 0) return undefined;
  const said = [...(ofClass ? [ofClass.id] : []), ...ofGroup];
  return excluded('NEVER_LIST', { cause: said, endedBy: { do: 'forget', ids: said } });
};

/** Whether its condition or nature says why it fits, whatever was seen: what was said may still speak against it. */
export const fitsUnseen = ({ class: offerClass, test }: CompiledOffer): boolean =>
  FITS_BY_NATURE.has(offerClass) || (test !== undefined && FITS_BY_CONDITION.has(offerClass));

function isRelevant(compiled: CompiledOffer, taste: GroupTaste, context: ExclusionContext): boolean {
  if (FITS_BY_NATURE.has(compiled.class)) return true;
  // What the shopper closed, nothing that was seen opens again, not even by way of a condition.
  if (taste.stated < 0) return false;
  if (taste.stated > 0 || fitsUnseen(compiled)) return true;
  const {
    invited,
    policy: { relevance },
    folded,
  } = context.situation;
  if (folded.mode?.value === 'quiet') return false;
  if (invited) return taste.fit >= relevance.minFit;
  return taste.evidence >= relevance.minEvidence && taste.fit > 0;
}

/** The same one each time: of most offers nothing else is said. */
export const NOT_RELEVANT: Excluded = excluded('NOT_RELEVANT');

/** What the shopper's taste speaks for, where nothing else does. */
export const relevant: Rule = (compiled, context) =>
  isRelevant(compiled, context.tasteOf(compiled.group), context) ? undefined : NOT_RELEVANT;

/** Who said what they came for is not talked past: information gets help, entertainment gets inspiration. */
const fitsIntent: Rule = ({ promotional }, { saidIntent }) =>
  promotional && (saidIntent === 'info' || saidIntent === 'fun') ? NOT_RELEVANT : undefined;

const cooldownNear: Rule = (compiled, { situation, dismissedCategories }) => {
  const near = compiled.promotional ? dismissedCategories.get(narrowest(compiled)) : undefined;
  if (!near || situation.invited) return undefined;
  const until = near.at + (durationMs(situation.policy.cooldown.sameCategory) ?? 0);
  return situation.at < until ? excluded('COOLDOWN', { until, cause: [near.id], endedBy: SHOW_ME }) : undefined;
};

/** What is spent whatever the offer. */
export const spentOverall: Rule<Counts> = ({ promotional }, { spent }) => {
  const { until, by } = (promotional ? spent.promotional : spent.other) ?? {};
  if (until === undefined) return undefined;
  if (by === 'law') return excluded('LAW', { until });
  return excluded('CAPPED', { until, endedBy: by ? undefined : SHOW_ME });
};

/** What was asked for goes past every cap but the law's (science 8.4). */
export const spentByLaw: Rule<Counts> = (compiled, context) => {
  const spent = spentOverall(compiled, context);
  return spent?.verdict === 'LAW' ? spent : undefined;
};

/** Nobody is called upon to buy who has hardly been here (science 7.9), nor given a second gift so soon. */
export const tooEarly: Rule<Counts> = ({ offer, promotional }, { situation, giftUntil }) => {
  if (offer.class === 'gift' && giftUntil !== undefined) return excluded('COOLDOWN', { until: giftUntil });
  const { direction, folded } = situation;
  return isTooEarly(folded, { direction, promotional }) ? NOT_RELEVANT : undefined;
};

/** What comes again is offered when it is due by their own rhythm, and not before (mission R11). */
const notDue: Rule = (compiled, { situation, dueOf, tasteOf }) => {
  if (compiled.class !== 'replenish' || compiled.test || tasteOf(compiled.group).stated > 0) return undefined;
  const [from, to] = situation.policy.rhythm.due;
  const due = dueOf(narrowest(compiled));
  return due >= from && due <= to ? undefined : NOT_RELEVANT;
};

const SATIATED: Excluded = excluded('SATIATED');

const satiated: Rule = (compiled, { situation, satiationOf }) => {
  if (!compiled.promotional || compiled.class === 'complement') return undefined;
  return satiationOf(narrowest(compiled)) > situation.policy.satiation.gate ? SATIATED : undefined;
};

/** A rule, and of whom it need not be asked one by one. */
export interface Gate {
  readonly rule: Rule;
  /** It says the same of every offer of a kind, or at least of all those in groups that nobody spoke of. */
  readonly same?: 'kind' | 'unheard';
  /**
   * What gives a reason to ask it of offers that the shopper never met (met-offers.ts), where that is not always so. Of the
   * offer it looks at what {@link CompiledOffer.kind} says alone.
   */
  readonly isAsked?: (compiled: CompiledOffer, context: ExclusionContext) => boolean;
}

/** In the order in which they are asked: cheap before dear, and for all offers of a lot at once. */
export const LOT_GATES: readonly Gate[] = [
  { rule: permitted, same: 'kind' },
  { rule: policy, same: 'kind' },
  { rule: outboundSelling, same: 'kind' },
  { rule: never, same: 'unheard' },
  { rule: relevant, same: 'unheard' },
  { rule: fitsIntent, same: 'kind' },
  {
    rule: cooldownNear,
    isAsked: ({ promotional }, { dismissedCategories }) => promotional && dismissedCategories.size > 0,
  },
  { rule: tooEarly, same: 'kind' },
  { rule: spentOverall, same: 'kind' },
  { rule: notDue, isAsked: (kind) => kind.class === 'replenish' && !kind.test },
  { rule: satiated, isAsked: ({ promotional, class: offerClass }) => promotional && offerClass !== 'complement' },
];
