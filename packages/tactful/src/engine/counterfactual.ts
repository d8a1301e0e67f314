import { rowOfAction } from './action-row.js';
import type { CompiledOffer } from './compile-catalog.js';
import { DAY_MS } from './clock.js';
import type { DecideInput } from './decide-input.js';
import { decide } from './decide.js';
import { admitOwn, type Event } from './event.js';
import { exclude } from './exclusion.js';
import { readersOf } from './loser-verdict.js';
import type { SilenceReason } from './reason.js';
import type { Replay } from './replay-decision.js';
import type { ShopperAction } from './statement.js';

/** One single change: a later moment, something the shopper can set, or something the shopper can do. */
export type Change =
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'setting' | 'behaviour'; readonly action: ShopperAction };

/** What would have been said, had one thing been otherwise: replayed, never guessed. */
export interface Counterfactual {
  readonly change: Change;
  /** What would have been shown instead, the first first. */
  readonly offerIds: readonly string[];
}

/** Where something else comes first, nobody is told what would have been sold: it would make a trick of it. */
const SOMETHING_ELSE_FIRST: ReadonlySet<SilenceReason> = new Set([
  'VULNERABLE',
  'MINOR',
  'OPEN_COMPLAINT',
  'RECOVERY',
  'INCIDENT',
]);
/** At most 30 replays, half of them of moments (science 9.2). */
const TRIES = 15;
/** Nobody plans further ahead. Elicited. */
const FURTHEST_MS: number = 90 * DAY_MS;
const SHOWN = 2;
/** Words that the shopper may take back to see something; what happened in a life is not among them. */
const RETRACTABLE: ReadonlySet<string> = new Set(['never_stated', 'preference_stated']);

/** What would lift the rules that said no, and when they lift by themselves. */
interface Levers {
  readonly actions: readonly ShopperAction[];
  readonly moments: readonly number[];
}

/** Nobody is led to agree to more for the sake of what is sensitive. */
function needed({ offer, sensitive }: CompiledOffer, { consent }: DecideInput): readonly ShopperAction[] {
  const missing = (offer.needs ?? []).filter((id) => consent[id] !== 'in');
  const [purpose] = missing;
  return purpose !== undefined && missing.length === 1 && !sensitive ? [{ do: 'consent', purpose }] : [];
}

/** To say that one likes something is a setting like any other, but nobody is led to speak of what is sensitive. */
function liking({ sensitive, prefixes: [value] }: CompiledOffer): readonly ShopperAction[] {
  return sensitive || value === undefined
    ? []
    : [{ do: 'declare', statement: { kind: 'preference', facet: 'category', value, level: 1 } }];
}

function leversOf(input: DecideInput): Levers {
  const readers = readersOf(input);
  const actions = new Map<string, ShopperAction>();
  const moments = new Set<number>();
  const note = (found: { readonly until?: number | undefined; readonly endedBy?: ShopperAction | undefined }): void => {
    if (found.endedBy) actions.set(JSON.stringify(found.endedBy), found.endedBy);
    if (found.until !== undefined) moments.add(found.until);
  };
  for (const { silence } of readers.permission.refused) note(silence);
  for (const compiled of input.catalog.byId.values()) {
    const excluded = exclude(compiled, readers);
    if (!excluded) continue;
    note(excluded);
    const more =
      excluded.verdict === 'NO_PURPOSE'
        ? needed(compiled, input)
        : excluded.verdict === 'NOT_RELEVANT'
          ? liking(compiled)
          : [];
    for (const endedBy of more) note({ endedBy });
  }
  return { actions: [...actions.values()], moments: [...moments] };
}

function mayPropose(action: ShopperAction, rows: readonly Event[]): boolean {
  if (action.do === 'resolve') return false;
  if (action.do !== 'forget') return true;
  const ids = new Set(action.ids);
  return rows.every(({ id, name }) => !ids.has(id) || RETRACTABLE.has(name));
}

/** The input as it would have been, had the shopper done this before; `undefined` where that leaves no trace. */
function after(action: ShopperAction, { input, rows, withRows }: Replay): DecideInput | undefined {
  const { consent, choices = [], purposes, at, offset } = input;
  if (action.do === 'consent') {
    const { purpose } = action;
    return { ...input, consent: { ...consent, [purpose]: 'in' }, choices: [...choices, { purpose, state: 'in', at }] };
  }
  if (action.do === 'visit') {
    return { ...input, channel: 'slot', direction: 'inbound', placement: '*' };
  }
  if (action.do === 'forget') return withRows(rows.filter(({ id }) => !action.ids.includes(id)));
  const stated = rowOfAction(action);
  const admitted = stated && admitOwn(stated, { purposes, consent });
  return admitted && 'draft' in admitted
    ? withRows([...rows, { id: '~:0', at, offset, v: 1, ...admitted.draft }])
    : undefined;
}

const offersOf = (input: DecideInput): readonly string[] => decide(input).decision.offers.map(({ offerId }) => offerId);

/** The first moment at which something else would be shown; where that is still silence, what then binds is waited for too. */
function firstMoment(
  { input }: Replay,
  found: { readonly moments: readonly number[]; readonly was: string },
): readonly Counterfactual[] {
  const ahead = new Set(found.moments);
  const tried = new Set<number>();
  while (tried.size < TRIES) {
    const left = [...ahead].filter((at) => at > input.at && at <= input.at + FURTHEST_MS && !tried.has(at));
    if (left.length === 0) return [];
    const at = Math.min(...left);
    tried.add(at);
    const { offers, silence } = decide({ ...input, at }).decision;
    const offerIds = offers.map(({ offerId }) => offerId);
    if (offerIds.length > 0 && offerIds[0] !== found.was) return [{ change: { kind: 'time', at }, offerIds }];
    if (silence?.until !== undefined) ahead.add(silence.until);
  }
  return [];
}

function cost({ kind }: Change): number {
  return kind === 'time' ? 0 : kind === 'setting' ? 1 : 2;
}

/**
 * What would have made the difference: at most two single changes, the cheapest first (time, then a setting, then
 * something to do), each confirmed by a replay (Wachter, Mittelstadt & Russell 2017).
 *
 * Never a change that people cannot or should not make for the sake of an offer: a complaint, a life event, an age.
 */
export function counterfactuals(replay: Replay): readonly Counterfactual[] {
  const { input, rows } = replay;
  const { refused } = readersOf(input).permission;
  if (refused.some(({ silence }) => SOMETHING_ELSE_FIRST.has(silence.reason))) return [];
  const [was = ''] = offersOf(input);
  const { actions, moments } = leversOf(input);
  const tried = actions.filter((action) => mayPropose(action, rows)).slice(0, TRIES);
  const settings = tried.flatMap((action): readonly Counterfactual[] => {
    const changed = after(action, replay);
    const offerIds = changed ? offersOf(changed) : [];
    const kind = action.do === 'visit' || action.do === 'task' ? 'behaviour' : 'setting';
    return offerIds.length === 0 || offerIds[0] === was ? [] : [{ change: { kind, action }, offerIds }];
  });
  return [...firstMoment(replay, { moments, was }), ...settings]
    .sort((a, b) => cost(a.change) - cost(b.change))
    .slice(0, SHOWN);
}
