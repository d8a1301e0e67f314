import { openTasks, type Decision, type Event, type Now } from '../engine/index.js';
import { NO_SIGNALS } from '../engine/moment-signal.js';
import { isAnyIn } from '../engine/purpose.js';
import { shownDecision, type DecisionRecord } from '../storage/index.js';
import { isGone } from '../storage/open.js';
import { changeConsent } from './change-consent.js';
import { exportLog } from './export-log.js';
import { Failure, outcomeOf } from './failure.js';
import { eraseAll, forgetRows, obeyCommands } from './forget-rows.js';
import { importLog } from './import-log.js';
import { outboundSource, prospect } from './look-ahead.js';
import type { CallName, Calls, Host, Outcome, ProfileSource, StartRequest } from './protocol.js';
import { recallFor } from './recall.js';
import { reserveDecision } from './reserve-decision.js';
import { queryRows } from './select-rows.js';
import {
  beginSession,
  BROWSER_DISK,
  catchUp,
  expireRows,
  findStore,
  foldOf,
  givenOf,
  heed,
  lookAgain,
  laterOf,
  noteNewest,
  noteOpportunities,
  saveConfig,
  startedFrom,
  type HostMeans,
  type LoadLater,
  type Session,
} from './session.js';

export type { Later } from './session.js';

type Handlers = {
  readonly [Name in CallName]: (
    session: Session,
    argument: Parameters<Calls[Name]>[0],
  ) => Promise<ReturnType<Calls[Name]>>;
};

async function settleShown({ store }: Session, rows: readonly Event[]): Promise<void> {
  for (const decision of rows.map(shownDecision)) if (decision !== undefined) await store?.settle(decision, 'shown');
}

/** So many rows may come before old ones are looked for again: a page may stay open all day. */
const EXPIRE_EVERY = 500;
/** Decisions of this page that can be explained without a store: a few kilobytes each. */
const MOST_DECISIONS = 50;

async function hint(
  session: Session,
  { rows, stored, epoch = session.meta.epoch }: Parameters<Calls['hint']>[0],
): Promise<number> {
  const { store } = session;
  // Written under another belief, or while the store went: what is at rest says what is so.
  if (!store || epoch !== session.meta.epoch) {
    session.dirty = true;
    return 0;
  }
  const current = rows.filter((row) => !session.rows.byId(row.id));
  const kept = stored ? current.length : await store.appendRows(current, epoch);
  // It may have gone meanwhile.
  if (kept === current.length && session.store === store) session.rows.add(current);
  else session.dirty = true;
  await noteNewest(session);
  await settleShown(session, current);
  session.sinceExpiry += current.length;
  const last = current.at(-1);
  if (last && session.sinceExpiry >= EXPIRE_EVERY) await expireRows(session, last.at);
  return rows.length - current.length + kept;
}

async function makeDecision(session: Session, ask: Parameters<Calls['decide']>[0]): Promise<Decision> {
  const { store } = session;
  await catchUp(session);
  await obeyCommands(session, ask.now);
  await noteOpportunities(session);
  const trace = await reserveDecision(session, ask);
  // Made of what is gone meanwhile, it is no more to be explained than that.
  if (session.store !== store) return trace.decision;
  const record = { id: ask.id, at: trace.decision.at, epoch: session.meta.epoch, trace };
  session.decisions.set(ask.id, record);
  const [oldest] = session.decisions.keys();
  if (session.decisions.size > MOST_DECISIONS && oldest !== undefined) session.decisions.delete(oldest);
  await noteOpportunities(session, [record]);
  if (isAnyIn(session.meta.consent)) await session.store?.saveDecision(record);
  return trace.decision;
}

async function storedDecision(session: Session, decisionId: string): Promise<DecisionRecord> {
  await catchUp(session);
  const stored =
    session.decisions.get(decisionId) ?? (await session.store?.readDecisions())?.find(({ id }) => id === decisionId);
  if (!stored) throw new Failure('DECISION_UNKNOWN', `explain: ${decisionId}`);
  return stored;
}

async function account(
  session: Session,
  { decisionId, second }: Parameters<Calls['explain']>[0],
): Promise<ReturnType<Calls['explain']>> {
  const { trace } = await storedDecision(session, decisionId);
  const { compiled: catalog, config, model } = givenOf(session);
  const log = new Map(session.rows.all().map((row) => [row.id, row]));
  const intercept = trace.config === config ? model.logit.intercept : undefined;
  return laterOf(session).accountFor(trace, { log, catalog, intercept, second });
}

/** What a profile is read from. The page reads it: the rules for that weigh a third of this worker. */
async function profileSource(session: Session, now: Now): Promise<ProfileSource> {
  const { request, rows, store } = session;
  const { compiled, model, policy } = givenOf(session);
  const { purposes } = request;
  const traces = ((await store?.readDecisions()) ?? []).map(({ trace }) => trace);
  const { dataNeeds } = laterOf(session);
  const needs = dataNeeds(rows.all(), { purposes, traces });
  return { folded: foldOf(session), catalog: compiled.facts, model, policy, now, needs };
}

/** Once more where the store went meanwhile: whoever chooses or erases then finds what everybody finds. */
const again =
  <Argument, Answer>(handle: (session: Session, argument: Argument) => Promise<Answer>) =>
  (session: Session, argument: Argument): Promise<Answer> => {
    const { store } = session;
    return handle(session, argument).catch((error: unknown) => {
      if (!isGone(error) && !(store && !session.store)) throw error;
      return handle(session, argument);
    });
  };

const HANDLERS: Handlers = {
  start: async (session) => {
    // The first decision needs the rows in any case, and whoever starts hears whether some are gone. Where they cannot be
    // read now the next call tries again.
    await catchUp(session).catch(() => undefined);
    return startedFrom(session);
  },
  hint,
  refresh: async (session, { now, look = false }) => {
    const { store } = session;
    if (look) await findStore(session);
    // One that was just found is read, so that it is seen whether all of it is there.
    await (look && session.store === store ? heed : lookAgain)(session);
    await obeyCommands(session, now);
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
    return laterOf(session).askable(foldOf(session), { questionId, ...now, policy: givenOf(session).policy });
  },
  available: (session, { about, now: { at } }) =>
    Promise.resolve(laterOf(session).canBeHad(givenOf(session).compiled, { ...about, at })),
  prospect: async (session, asked) => {
    await catchUp(session);
    return prospect(session, asked);
  },
  outbound: async (session, asked) => {
    await lookAgain(session);
    return outboundSource(session, asked);
  },
  tasks: async (session, { now }) => {
    await lookAgain(session);
    return openTasks(foldOf(session), now.at);
  },
  log: async (session, query) => {
    await catchUp(session);
    return queryRows(session.rows.all(), query);
  },
  places: (session) => Promise.resolve(givenOf(session).compiled.places),
  sense: (session, heard) => {
    session.signals = { ...session.signals, ...heard };
    return Promise.resolve();
  },
  decisions: async (session, { limit }) => {
    await catchUp(session);
    const stored = (await session.store?.readDecisions()) ?? [];
    const known = new Map([...session.decisions, ...stored.map((record) => [record.id, record] as const)]);
    return [...known.values()].sort((a, b) => b.at - a.at).slice(0, limit);
  },
  recall: async (session, { decisionId }) => recallFor(session, await storedDecision(session, decisionId)),
  explain: account,
  setConsent: again(async (session, request: Parameters<Calls['setConsent']>[0]) => {
    await findStore(session, Object.values(request.states).includes('out'));
    await catchUp(session);
    await changeConsent(session, request);
    // Said under the old choice; while it lasts the page says it again.
    session.signals = NO_SIGNALS;
    return startedFrom(session);
  }),
  forget: again(async (session, request: Parameters<Calls['forget']>[0]) => {
    await findStore(session, true);
    return forgetRows(session, request);
  }),
  erase: again(async (session, request: Parameters<Calls['erase']>[0]) => {
    await findStore(session, true);
    return eraseAll(session, request);
  }),
  export: (session, { now }) => exportLog(session, now),
  import: importLog,
  close: (session) => {
    session.store?.close();
    return Promise.resolve();
  },
};

/** What a session that begins does with what is there. A disk that fails here may serve the next call. */
async function lookRound(session: Session, { at, offset }: Now): Promise<void> {
  try {
    await catchUp(session);
    if (!isAnyIn(session.meta.consent)) return;
    await expireRows(session, at);
    await saveConfig(session);
    await obeyCommands(session, { at, offset });
  } catch (error) {
    session.dirty = true;
    if (isGone(error)) return;
    session.storageTrouble ??= error instanceof Error ? error.name : 'unknown failure';
  }
}

/**
 * The worker's side of every call: a plain object, so that a page can run it on its own thread
 * where no worker starts, with the same answers.
 *
 * Calls run one after another in the order they came. Never rejects: errors are data. `load` fetches the second file; where
 * it does not come there is no catalogue, and everything else goes on. The door to the disk is the browser's unless another is given:
 * several hosts may share one.
 */
export function createHost(load: LoadLater, means: Partial<Omit<HostMeans, 'load'>> = {}): Host {
  let session: Session | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const run = async <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ): Promise<ReturnType<Calls[Name]>> => {
    if (name === 'start') {
      const request = argument as StartRequest;
      session = await beginSession(request, { ...BROWSER_DISK, ...means, load });
      await lookRound(session, request.now);
    }
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
