import { readStatement } from '../engine/event.js';
import { newDecider } from './decide-in-time.js';
import { openPageSession, type PageSession } from './page-session.js';
import type * as rareCalls from './rare-calls.js';
import { readOptions, type Configuration } from './read-options.js';
import { openConsent, register, unregister } from './registry.js';
import { misuse, TactfulError } from './tactful-error.js';
import type { ConsentControl, Health, Tactful, TactfulOptions } from './tactful.js';

function healthOf(session: PageSession): Health {
  const status = session.status();
  const problems = session.started()?.problems ?? [];
  return {
    status,
    ...session.log.counts(),
    degraded: {
      ...session.trouble(),
      ...(status.catalog === 'ready' ? {} : { catalog: problems[0] ?? 'not loaded yet' }),
    },
    problems,
  };
}

/** What few pages call is fetched when it is called. */
const rare = (): Promise<typeof rareCalls> => import('./rare-calls.js');

function consentControl(session: PageSession, config: Configuration): Omit<ConsentControl, 'open'> {
  return {
    get: () => Object.fromEntries(config.purposes.map(({ id }) => [id, session.consent()[id] ?? 'pending'])),
    set: (states, options = {}) => {
      const unknown = Object.keys(states).find((id) => !config.purposes.some((purpose) => purpose.id === id));
      if (unknown !== undefined) return Promise.reject(misuse(`consent.${unknown}`, 'unknown purpose'));
      return session.setConsent(states, options.mechanism ?? 'call');
    },
    history: () => session.started()?.history ?? [],
  };
}

/**
 * tactful on this page. Returns at once; every call may be made before `ready` resolves.
 *
 * Until the shopper agrees to a purpose nothing is opened, written or learned, and `decide()`
 * answers with silence. A mistake in the options throws {@link TactfulError} `CONFIG_INVALID`; a
 * broken worker, store or catalogue never throws and never breaks the page: see `health()`.
 *
 * @example
 * ```ts
 * const tactful = createTactful({ catalog: '/catalog.json' });
 * await tactful.consent.set({ personalization: 'in' });
 * await tactful.track('view_item', { currency: 'EUR', items: [{ item_id: 'hose-25', item_category: 'garden', price: 24.95 }] });
 * const { offers, silence } = await tactful.decide('home');
 * ```
 */
export function createTactful(options: TactfulOptions): Tactful {
  const config = readOptions(options);
  const { scope, purposes, clock } = config;
  const session = openPageSession(config);
  const decideInTime = newDecider(session, clock);
  const told = async <Value>(work: Promise<Value>): Promise<Value> => {
    const value = await work;
    session.changed();
    return value;
  };
  const tactful: Tactful = {
    scope,
    purposes,
    ready: session.ready,
    consent: {
      ...consentControl(session, config),
      open: () => {
        openConsent(tactful);
      },
    },
    track: (name, params) => session.track({ name, params }),
    decide: async (placement, { deadlineMs } = {}) => {
      const decision = await decideInTime(placement, deadlineMs);
      session.events.emit('decision', decision);
      session.changed();
      return decision;
    },
    respond: (decisionId, offerId, response) =>
      session.writeOwn({ name: `offer_${response}`, params: { decision_id: decisionId, offer_id: offerId } }),
    declare: (statement) => {
      const row = readStatement(statement);
      if (row) return session.writeOwn(row);
      return Promise.reject(new TactfulError({ code: 'STATEMENT_INVALID', message: 'declare: not a statement' }));
    },
    profile: async () => (await rare()).viewProfile(session, clock()),
    ask: async (questionId) => (await rare()).ask(session, { questionId, now: clock() }),
    answer: async (questionId, value) => (await rare()).answer(session, [questionId, value]),
    task: (id, { state, ...more }) => session.writeOwn({ name: `task_${state}`, params: { task_id: id, ...more } }),
    tasks: () => session.call('tasks', { now: clock() }),
    log: (query = {}) => session.call('log', query),
    decisions: ({ limit = 50 } = {}) => session.call('decisions', { limit }),
    explain: async (decisionId, options) => (await rare()).explain(session, { decisionId, ...options }),
    describe: () => ({
      purposes,
      consent: tactful.consent.get(),
      retention: session.started()?.retention ?? [],
      requests: [...('url' in config.catalog ? [config.catalog.url] : []), config.worker ?? 'worker.js'],
    }),
    forget: (selector) => told(session.call('forget', { selector, now: clock() })),
    erase: async ({ keep = 'rules' } = {}) => {
      const receipt = await session.call('erase', { keep, now: clock() });
      await session.refresh();
      session.changed();
      return receipt;
    },
    export: async () => (await rare()).exportAll(session, clock()),
    health: () => healthOf(session),
    on: session.events.on,
    close: () => {
      unregister(tactful);
      session.close();
    },
  };
  register(tactful);
  return tactful;
}
