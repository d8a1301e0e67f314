import type { Event } from './event.js';
import type { FoldPart, Mutable } from './fold-part.js';
import type { Said } from './fold-statements.js';
import { textOf } from './item.js';
import type { JsonObject } from './json.js';
import { quietAfter } from './quiet.js';

/** One thing that went wrong between shop and shopper. */
export interface Strike {
  readonly at: number;
  /** Between 0 and 3. */
  readonly severity: number;
  /** What similar failures share; the case itself where nobody named a kind. */
  readonly kind: string;
  /** The complaint about it, if there is one. */
  readonly complaint: string | undefined;
  readonly madeGood: boolean;
  readonly ids: readonly string[];
}

/** What went wrong, and what made it good again. */
export interface AnnoyanceState {
  /** By case: a failure and the complaint about it are one, and so is all that one exposure brought upon itself. */
  readonly strikes: ReadonlyMap<string, Strike>;
  /** How many cases there were of a kind. */
  readonly similar: ReadonlyMap<string, number>;
  /** When the shopper last asked to be shown offers: what went wrong before no longer holds selling back. */
  readonly pardonedAt: number;
  readonly hushed: Said<number> | undefined;
}

/** Severities in strikes. Elicited (science 6.7); a failure says its own. */
const SEVERITY: Readonly<Partial<Record<Event['name'], number>>> = {
  offer_dismissed: 0.25,
  offer_not_for_me: 0.5,
  channel_muted: 1,
  service_failure: 1,
  offer_complained: 1.5,
  complaint_opened: 1.5,
  opted_out: 2,
};
const IN_QUIET_TIME = 3;
const MOST = 3;

type Growing = Mutable<AnnoyanceState>;

function severityOf({ name, params, at }: Event, { hushed }: Growing): number {
  const { severity } = params;
  if (name === 'service_failure' && typeof severity === 'number') return Math.min(MOST, Math.max(0, severity));
  if (name !== 'offer_shown') return SEVERITY[name] ?? 0;
  return hushed && at < hushed.value && params['direction'] !== 'requested' ? IN_QUIET_TIME : 0;
}

function caseOf({ name, params, id }: Event): string {
  const complaint = textOf(params['complaint_id']);
  if (complaint !== undefined) return `complaint ${complaint}`;
  const decision = textOf(params['decision_id']);
  return name.startsWith('offer_') && decision !== undefined
    ? `exposure ${decision} ${textOf(params['offer_id']) ?? ''}`
    : `row ${id}`;
}

function complaintOf({ name, params, id }: Event): string | undefined {
  return textOf(params['complaint_id']) ?? (name === 'complaint_opened' ? id : undefined);
}

function strike(state: Growing, event: Event, severity: number): void {
  const key = caseOf(event);
  const known = state.strikes.get(key);
  const kind = textOf(event.params['kind']) ?? known?.kind ?? key;
  if (!known || known.madeGood) state.similar.set(kind, (state.similar.get(kind) ?? 0) + 1);
  const worse = !known || known.madeGood || severity >= known.severity;
  // Only the fold holds strikes while they grow; everybody else reads them.
  const ids = (known?.ids ?? []) as string[];
  ids.push(event.id);
  state.strikes.set(key, {
    at: worse ? event.at : known.at,
    severity: worse ? severity : known.severity,
    kind,
    complaint: complaintOf(event) ?? known?.complaint,
    madeGood: false,
    ids,
  });
}

/** A complaint without an id of its own has that of its row. */
function resolve(state: Growing, { complaint_id, ok }: JsonObject): void {
  const complaint = textOf(complaint_id) ?? '';
  const key = state.strikes.has(`complaint ${complaint}`) ? `complaint ${complaint}` : `row ${complaint}`;
  const known = state.strikes.get(key);
  if (!known) return;
  const again = (state.similar.get(known.kind) ?? 0) > 1;
  state.strikes.set(key, { ...known, complaint: undefined, madeGood: ok !== false && !again });
}

/**
 * What went wrong, case by case.
 *
 * A complaint that was solved takes its strike away, unless it was not solved well (`ok: false`) or something similar had
 * happened before: a second failure of one kind is not made good by the same gesture (Maxham & Netemeyer 2002).
 */
export const ANNOYANCE: FoldPart<AnnoyanceState> = {
  empty: () => ({ strikes: new Map(), similar: new Map(), pardonedAt: -Infinity, hushed: undefined }),
  add: (state, { event }) => {
    state.hushed = quietAfter(state.hushed, event);
    if (event.name === 'mode_set' && event.params['mode'] === 'show_me') state.pardonedAt = event.at;
    else if (event.name === 'complaint_resolved') resolve(state, event.params);
    else {
      const severity = severityOf(event, state);
      if (severity > 0) strike(state, event, severity);
    }
  },
};
