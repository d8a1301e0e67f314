import type { Decision } from '../worker/protocol.js';
import { shownParams } from './shown-params.js';
import { newDecider } from './decide-in-time.js';
import type { AskedThrough } from './decide-through.js';
import { openPageSession, type PageSession } from './page-session.js';
import type * as rareCalls from './rare-calls.js';
import type * as senseModule from './sense.js';
import { checkedStates, readOptions, type Configuration } from './read-options.js';
import { openConsent, register, unregister } from './registry.js';
import { silentDecision } from './silent-decision.js';
import { misuse } from './tactful-error.js';
import type { ConsentControl, Health, SignalReceipt, Tactful, TactfulOptions } from './tactful.js';

function healthOf(session: PageSession): Health {
  const status = session.status();
  const problems = session.started()?.problems ?? [];
  return {
    status,
    ...session.log.counts(),
    ...session.repairs(),
    degraded: {
      ...session.trouble(),
      ...(status.catalog !== 'ready' && { catalog: problems[0] ?? 'not loaded yet' }),
    },
    problems,
  };
}

/** Chunks that do not come count as a worker that is gone. */
async function senseLater(...sensed: Parameters<typeof senseModule.senseOn>): Promise<SignalReceipt> {
  try {
    return await (await import('./sense.js')).senseOn(...sensed);
  } catch {
    // The page goes on; what was sensed is let go.
    return { kept: false, reason: 'storage-lost' };
  }
}

/** What few pages call is fetched when it is called. */
const rare = (): Promise<typeof rareCalls> => import('./rare-calls.js');

/** For another channel than a slot; without the chunk for it nothing is said. */
const decideElsewhere = (session: PageSession, asked: AskedThrough): Promise<Decision> =>
  rare().then(
    ({ decideThrough }) => decideThrough(session, asked),
    () => silentDecision({ ...asked, id: `${session.replica}:o`, at: asked.now.at, reason: 'NOT_READY' }),
  );

function consentControl(session: PageSession, config: Configuration): Omit<ConsentControl, 'open'> {
  return {
    get: () => Object.fromEntries(config.purposes.map(({ id }) => [id, session.consent()[id] ?? 'pending'])),
    set: async (states, { mechanism = 'call' } = {}) => {
      const unknown = Object.keys(states).find((id) => !config.purposes.some((purpose) => purpose.id === id));
      if (unknown !== undefined) throw misuse(`consent.${unknown}`, 'unknown purpose');
      await session.setConsent(checkedStates(states), mechanism);
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
  const toSay = new Map<string, ReturnType<typeof shownParams>>();
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
    sense: (signal) => senseLater(session, signal, config),
    decide: async (placement, options = {}) => {
      const { deadlineMs, channel = 'slot', requested, most } = options;
      const decision =
        channel === 'slot' && !requested && most === undefined
          ? await decideInTime(placement, deadlineMs)
          : await decideElsewhere(session, { ...options, placement, channel, now: clock() });
      for (const offer of decision.offers) {
        const rows = shownParams(offer);
        if (Object.keys(rows).length > 0) toSay.set(`${decision.id} ${offer.offerId}`, rows);
      }
      session.events.emit('decision', decision);
      session.changed();
      return decision;
    },
    respond: (decisionId, offerId, response) =>
      session.writeOwn({
        name: `offer_${response}`,
        params: {
          decision_id: decisionId,
          offer_id: offerId,
          // Told is told: the showing ends the wishes that it answers.
          ...(response === 'shown' && toSay.get(`${decisionId} ${offerId}`)),
        },
      }),
    declare: async (statement) => session.writeOwn((await import('./page-life.js')).statedRow(statement)),
    tellMe: async (wish, options) => (await rare()).tellMe(session, { ...options, wish, now: clock() }),
    nextGoodMoment: async (options) => (await rare()).nextGoodMoment(session, { ...options, now: clock() }),
    profile: async () => (await rare()).viewProfile(session, clock()),
    ask: async (questionId) => (await rare()).ask(session, { questionId, now: clock() }),
    answer: async (questionId, value) => (await rare()).answer(session, [questionId, value]),
    task: async (id, step) => session.writeOwn((await import('./page-life.js')).taskRow(id, step)),
    tasks: () => session.call('tasks', { now: clock() }),
    log: (query = {}) => session.call('log', query),
    decisions: ({ limit = 50 } = {}) => session.call('decisions', { limit }),
    explain: async (decisionId, options) => (await rare()).explain(session, { decisionId, ...options }),
    describe: () => ({
      purposes,
      images: config.images,
      consent: tactful.consent.get(),
      retention: session.started()?.retention ?? [],
      requests: [
        ...('url' in config.catalog ? [config.catalog.url] : []),
        config.worker ?? 'worker.js',
        'worker-later.js',
      ],
    }),
    forget: (selector) => told(session.call('forget', { selector, now: clock() })),
    erase: async ({ keep = 'rules' } = {}) => {
      const receipt = await session.call('erase', { keep, now: clock() });
      await session.refresh();
      session.changed();
      return receipt;
    },
    export: (async (options) => (await rare()).exportAll(session, { ...options, now: clock() })) as Tactful['export'],
    import: async (file, options) => (await rare()).importFile(session, { ...options, file, now: clock() }),
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
