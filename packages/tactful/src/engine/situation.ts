import { effectivePolicy, invitedPolicy, lawPolicy, shopperPolicy, type PolicyBounds } from './effective-policy.js';
import type { CompiledIncident } from './compile-catalog.js';
import { conditionAttributes } from './attributes.js';
import type { History } from './condition-history.js';
import type { DecideInput } from './decide-input.js';
import type { Direction } from './decision.js';
import { directionOf } from './channels.js';
import { historyOf } from './fold-history.js';
import { previousOffset } from './fold-offset.js';
import type { Folded } from './folded.js';
import type { JsonObject } from './json.js';
import { protections, type Protection } from './life-event.js';
import { NO_SIGNALS, signalsAt, type Signals } from './moment-signal.js';
import { grantsEndedBy } from './grant.js';
import type { Policy } from './policy.js';
import { permissionsEndedBy } from './promise.js';
import type { ConsentStates } from './purpose.js';
import { quietHoursUntil } from './quiet-hours.js';
import type { SilenceReason } from './reason.js';
import { readRelationship, type Relationship } from './relationship.js';
import type { Channel } from './statement.js';
import { visitAt } from './visit.js';

/** A decision's input with what every rule asks of it, worked out once. */
export interface Situation extends DecideInput {
  readonly channel: Channel;
  readonly direction: Direction;
  /** The policy that keeps all: law, sector, norm, site, contract and shopper. */
  readonly policy: Policy;
  /** The same without what the relationship and the shopper ask. */
  readonly lawful: Policy;
  /** What would hold after an invitation, and what nothing lifts at all. */
  readonly kept: Policy;
  readonly law: Policy;
  /** The shopper asked to be shown something, and nothing was shown since. */
  readonly invited: boolean;
  /** What the law or the shop closes for everybody here and now. */
  readonly closed: SilenceReason | undefined;
  readonly quietUntil: number | undefined;
  /** Things gone wrong that touch this shopper. */
  readonly incidents: readonly CompiledIncident[];
  readonly protections: readonly Protection[];
  readonly relationship: Relationship;
  readonly attributes: JsonObject;
  readonly history: History;
}

/** What belonged to a visit ends with it, even when the next has left no row yet. */
function inVisit({ folded, at, offset }: DecideInput): Folded {
  const visit = visitAt(folded.visit, { at, offset });
  return visit.count === folded.visit.count ? folded : { ...folded, visit, viewing: undefined, mark: undefined };
}

/**
 * An invitation is for one answer: what was shown since has used it up. On their own pages it waits for that answer; what
 * goes out, or interrupts, answers it only in the visit in which it was said.
 */
function isInvited(folded: Folded, { direction, contacts }: Pick<Situation, 'direction' | 'contacts'>): boolean {
  const { mode, visit } = folded;
  if (direction === 'requested') return true;
  if (mode?.value !== 'show_me' || contacts.some(({ at }) => at > mode.at)) return false;
  return direction === 'inbound' || mode.at >= visit.startedAt;
}

/** The policies of one site by who else bounds them: of a visit's many decisions nearly all have the same. */
const known = new WeakMap<Policy, Map<string, Policies>>();
const MOST_KNOWN = 32;

type Policies = Pick<Situation, 'policy' | 'lawful' | 'kept' | 'law'>;

function policiesFor(bounds: PolicyBounds, invited: boolean): Policies {
  const { site, norm, sector, contract, shopper } = bounds;
  const policies = known.get(site) ?? new Map<string, Policies>();
  known.set(site, policies);
  const key = JSON.stringify([norm.country, norm.recipient, norm.asOf, sector, contract, shopper, invited]);
  const found = policies.get(key);
  if (found) return found;
  // Who invites is quiet no longer.
  const kept = invitedPolicy(invited ? bounds : { ...bounds, shopper: {} });
  const made = {
    policy: invited ? kept : effectivePolicy(bounds),
    lawful: effectivePolicy({ site, norm, sector }),
    kept,
    law: lawPolicy(bounds),
  };
  if (policies.size >= MOST_KNOWN) policies.clear();
  policies.set(key, made);
  return made;
}

function boundsOf(input: DecideInput, { contract }: Relationship): PolicyBounds {
  const { catalog, folded, policy, at } = input;
  const { sector = input.sector } = catalog;
  return {
    site: policy,
    norm: catalog.normAt(at),
    sector,
    contract,
    shopper: shopperPolicy(folded, { at }),
  };
}

function closedFor(
  { channel, direction }: { readonly channel: Channel; readonly direction: Direction },
  lawful: Policy,
): SilenceReason | undefined {
  if (!lawful.channels.includes(channel)) return 'LAW';
  return direction === 'interrupt' && lawful.interrupt.perVisit < 1 ? 'NOTHING_ELIGIBLE' : undefined;
}

/** A broken habit, where a condition asks for it: of which category, and whether something went wrong before. */
function rhythmAttributes({ catalog, folded, model, at, offset }: DecideInput, policy: Policy): JsonObject {
  if (!catalog.breakIn) return {};
  const broken = catalog.breakIn({ folded, catalog, model, policy, now: { at, offset } });
  return { rhythm: { break: broken?.habit.value ?? null, askFirst: broken?.askFirst ?? false } };
}

/** Being near another shop is a reason to say something on the own page at most, never to call upon anybody (mission M2). */
function heardThrough(
  direction: Direction,
  { signals, catalog }: DecideInput & { readonly signals: Signals },
): Signals {
  if (direction !== 'outbound' && direction !== 'interrupt') return signals;
  const rivals = new Set(catalog.places.filter((place) => place.class === 'rival').map(({ id }) => id));
  return { ...signals, places: signals.places.filter((id) => !rivals.has(id)) };
}

/** A purpose that was agreed to in return for something stands no longer where that was not kept, until it is agreed to anew. */
function standingConsent({ consent, choices = [], folded, at }: DecideInput): ConsentStates {
  const isGivenAnew = (id: string, since: number): boolean =>
    choices.some((choice) => choice.purpose === id && choice.state === 'in' && choice.at > since);
  const ended = [...permissionsEndedBy(folded.promises, at), ...grantsEndedBy(folded)].filter(
    ({ kind, id, at: since }) => kind === 'purpose' && !isGivenAnew(id, since),
  );
  return ended.length === 0
    ? consent
    : { ...consent, ...Object.fromEntries(ended.map(({ id }) => [id, 'out' as const])) };
}

/** {@link Situation} of an input. Pure. */
export function situationOf(input: DecideInput): Situation {
  const { channel = 'slot', direction = directionOf(channel), at, offset, catalog } = input;
  const folded = inVisit(input);
  const now = { at, offset };
  const relationship = readRelationship({ ...input, types: input.model.relationships });
  const bounds = boundsOf(input, relationship);
  const invited = isInvited(folded, { direction, contacts: input.contacts });
  const policies = policiesFor(bounds, invited);
  const { policy, lawful } = policies;
  const signals = heardThrough(direction, { ...input, signals: signalsAt(input.signals ?? NO_SIGNALS, now) });
  const attributes = { ...conditionAttributes(folded, signals), ...rhythmAttributes(input, policy) };
  const history = historyOf(folded, at);
  return {
    ...input,
    folded,
    signals,
    consent: standingConsent(input),
    channel,
    direction,
    ...policies,
    invited,
    closed: closedFor({ channel, direction }, lawful),
    quietUntil: quietHoursUntil(policy.quietHours, {
      ...now,
      direction,
      channel,
      previousOffset: previousOffset(folded, now),
    }),
    incidents: catalog.incidents.filter(
      ({ from, through, touches }) => at >= from && at < through && touches(attributes, history),
    ),
    protections: protections(folded),
    relationship,
    attributes,
    history,
  };
}
