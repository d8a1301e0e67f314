import {
  accountFor,
  catalogFacts,
  dataNeeds,
  askable,
  openTasks,
  type Decision,
  type Event,
  type Now,
} from '../engine/index.js';
import { shownDecision } from '../storage/index.js';
import { changeConsent } from './change-consent.js';
import { Failure, outcomeOf } from './failure.js';
import { eraseAll, forgetRows, obeyCommands } from './forget-rows.js';
import type { CallName, Calls, Host, Outcome, ProfileSource, StartRequest } from './protocol.js';
import { reserveDecision } from './reserve-decision.js';
import { queryRows } from './select-rows.js';
import {
  beginSession,
  catchUp,
  expireRows,
  foldOf,
  isAllowed,
  saveConfig,
  startedFrom,
  type Session,
} from './session.js';

type Handlers = {
  readonly [Name in CallName]: (
    session: Session,
    argument: Parameters<Calls[Name]>[0],
  ) => Promise<ReturnType<Calls[Name]>>;
};

async function settleShown({ store }: Session, rows: readonly Event[]): Promise<void> {
  for (const decision of rows.map(shownDecision)) if (decision !== undefined) await store?.settle(decision, 'shown');
}

async function hint(session: Session, { rows, stored }: Parameters<Calls['hint']>[0]): Promise<void> {
  const current = rows.filter((row) => !session.rows.byId(row.id));
  if (!stored) await session.store?.appendRows(current, session.meta.epoch);
  session.rows.add(current);
  await settleShown(session, current);
}

async function makeDecision(
  session: Session,
  ask: { readonly id: string; readonly placement: string; readonly now: Now },
): Promise<Decision> {
  await catchUp(session);
  await obeyCommands(session, ask.now);
  const trace = await reserveDecision(session, ask);
  const record = { id: ask.id, at: trace.decision.at, epoch: session.meta.epoch, trace };
  session.decisions.set(ask.id, record);
  if (isAllowed(session.meta.consent)) await session.store?.saveDecision(record);
  return trace.decision;
}

async function account(
  session: Session,
  { decisionId }: Parameters<Calls['explain']>[0],
): Promise<ReturnType<Calls['explain']>> {
  await catchUp(session);
  const stored =
    session.decisions.get(decisionId) ?? (await session.store?.readDecisions())?.find(({ id }) => id === decisionId);
  if (!stored) throw new Failure('DECISION_UNKNOWN', `explain: ${decisionId}`);
  const log = new Map(session.rows.all().map((row) => [row.id, row]));
  return accountFor(stored.trace, { log, catalog: session.compiled });
}

/** What a profile is read from. The page reads it: the rules for that weigh a third of this worker. */
async function profileSource(session: Session, now: Now): Promise<ProfileSource> {
  const { request, rows, compiled, store } = session;
  const { model, policy, purposes } = request;
  const traces = ((await store?.readDecisions()) ?? []).map(({ trace }) => trace);
  const needs = dataNeeds(rows.all(), { purposes, traces });
  return { folded: foldOf(session), catalog: catalogFacts(compiled), model, policy, now, needs };
}

async function exportAll(session: Session, now: Now): Promise<ReturnType<Calls['export']>> {
  await catchUp(session);
  const { store, meta, request, rows } = session;
  return {
    format: 'tactful-export',
    v: 1,
    exportedAt: now.at,
    scope: request.scope,
    consent: meta.history,
    events: queryRows(rows.all(), {}),
    erasures: (await store?.readErasures()) ?? [],
    decisions: (await store?.readDecisions()) ?? [],
  };
}

/** Reads what another tab may have written a moment ago, without waiting for its bell. */
async function lookAgain(session: Session): Promise<void> {
  session.dirty = true;
  await catchUp(session);
}

async function refresh(session: Session, now: Now): Promise<void> {
  await lookAgain(session);
  await obeyCommands(session, now);
}

const HANDLERS: Handlers = {
  start: (session) => Promise.resolve(startedFrom(session)),
  hint,
  refresh: async (session, { now }) => {
    await refresh(session, now);
    return startedFrom(session);
  },
  decide: makeDecision,
  release: async (session, { decisionId }) => {
    await session.store?.settle(decisionId, 'released');
    session.ledger = session.ledger.filter(({ id }) => id !== decisionId);
  },
  profile: async (session, { now }) => {
    await catchUp(session);
    return profileSource(session, now);
  },
  ask: async (session, { questionId, now }) => {
    await lookAgain(session);
    return askable(foldOf(session), { questionId, ...now, policy: session.request.policy });
  },
  tasks: async (session, { now }) => {
    await lookAgain(session);
    return openTasks(foldOf(session), now.at);
  },
  log: async (session, query) => {
    await catchUp(session);
    return queryRows(session.rows.all(), query);
  },
  decisions: async (session, { limit }) => {
    const stored = (await session.store?.readDecisions()) ?? [];
    const known = new Map([...session.decisions, ...stored.map((record) => [record.id, record] as const)]);
    return [...known.values()].sort((a, b) => b.at - a.at).slice(0, limit);
  },
  explain: account,
  setConsent: async (session, request) => {
    await catchUp(session);
    await changeConsent(session, request);
    return startedFrom(session);
  },
  forget: forgetRows,
  erase: eraseAll,
  export: (session, { now }) => exportAll(session, now),
  close: (session) => {
    session.store?.close();
    return Promise.resolve();
  },
};

async function begin(request: StartRequest): Promise<Session> {
  const session = await beginSession(request);
  if (isAllowed(session.meta.consent)) {
    await catchUp(session);
    await expireRows(session, request.now.at);
    await saveConfig(session);
    await obeyCommands(session, request.now);
  }
  return session;
}

/**
 * The worker's side of every call: a plain object, so that a page can run it on its own thread
 * where no worker starts, with the same answers.
 *
 * Calls run one after another in the order they came. Never rejects: errors are data.
 */
export function createHost(): Host {
  let session: Session | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const run = async <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ): Promise<ReturnType<Calls[Name]>> => {
    if (name === 'start') session = await begin(argument as StartRequest);
    if (!session) throw new Failure('INTERNAL', `${name}: not started`);
    return HANDLERS[name](session, argument);
  };
  return {
    call: <Name extends CallName>(
      name: Name,
      argument: Parameters<Calls[Name]>[0],
    ): Promise<Outcome<ReturnType<Calls[Name]>>> => {
      const result = tail.then(() => outcomeOf(() => run(name, argument)));
      tail = result;
      return result;
    },
  };
}
