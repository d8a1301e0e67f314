import { admitOwn, isTracked, readTracked, type EventDraft, type GateContext, type Receipt } from '../engine/event.js';
import { newReplica, storeExists } from '../storage/append.js';
import type { ConsentStates, Started, Status } from '../worker/protocol.js';
import type { Connection } from './connection.js';
import { newEmitter, type Emitter } from './emitter.js';
import { newLogWriter, type LogWriter } from './log-writer.js';
import { nameOf } from './name-of.js';
import type { Belief, PageLife } from './page-life.js';
import type { Configuration } from './read-options.js';
import type { Health, TactfulEvents } from './tactful.js';

/** What a page has at once: the gate, the pen, what it believes. The worker, and what passes between them, comes later. */
export interface PageSession {
  readonly replica: string;
  readonly ready: Promise<Status>;
  readonly events: Emitter<TactfulEvents>;
  readonly log: LogWriter;
  readonly status: () => Status;
  readonly consent: () => ConsentStates;
  /** What a row must pass to be kept: purposes, and consent as this tab believes it now. */
  readonly gate: () => GateContext;
  readonly started: () => Started | undefined;
  /** Why the disk or the worker is not used, where it is not. */
  readonly trouble: () => { readonly storage?: string; readonly worker?: string };
  /** How often the worker was begun anew, what went wrong and what was lost last. */
  readonly repairs: () => Pick<Health, 'restarts' | 'lastError' | 'lastLoss'>;
  /** Waits for the start and for rows still being written, then calls. */
  readonly call: Connection['call'];
  readonly setConsent: (states: ConsentStates, mechanism: string) => Promise<void>;
  readonly track: (sent: { readonly name: unknown; readonly params: unknown }) => Promise<Receipt>;
  readonly writeOwn: (own: Pick<EventDraft, 'name' | 'params'>) => Promise<Receipt>;
  /** After something was written: rings, and tells listeners that the profile may differ. */
  readonly changed: () => void;
  /** Asks the worker what is so now, and believes it. */
  readonly refresh: () => Promise<void>;
  readonly close: () => void;
}

/** Starts everything at once: the worker, the one existence check, the pen. */
export function openPageSession(config: Configuration): PageSession {
  const { scope, purposes, clock, storage } = config;
  const database = `tactful:${scope}`;
  const replica = newReplica();
  const events = newEmitter<TactfulEvents>();
  const belief: Belief = {
    consent: {},
    epoch: 1,
    started: undefined,
    unreadable: false,
    storageTrouble: undefined,
    workerTrouble: undefined,
    lastError: undefined,
  };
  let life: PageLife | undefined;
  let closed = false;
  const close = (): void => {
    closed = true;
    life?.close();
    log.closePen();
  };
  // A chunk of its own: what the page needs in the first task is the gate and the pen, not the worker.
  const living = import('./page-life.js').then(({ openPageLife }) => {
    life = openPageLife({ config, belief, log, events, ready: () => ready, openPen });
    if (closed) close();
    return life;
  });
  // Whoever calls hears of a chunk that does not come; until then nobody does.
  living.catch(() => undefined);

  const changed = (): void => {
    life?.ring();
  };
  const log = newLogWriter({
    replica,
    clock,
    epoch: () => belief.epoch,
    pass: async (hint) => {
      if (!hint.stored) await ready;
      const kept = await (await living).call('hint', hint);
      changed();
      return kept;
    },
    lost: () => {
      life?.penLost();
    },
  });
  const status = (): Status => ({
    ...(belief.started?.status ?? { storage, catalog: 'missing', consent: belief.consent }),
    worker: life?.mode() ?? 'url',
  });

  const openPen = async (): Promise<void> => {
    try {
      const believed = await log.openPen(database);
      if (!believed) return;
      // All of it: after an erasure it says nothing of what was agreed to before.
      belief.consent = believed.consent;
      belief.epoch = believed.epoch;
    } catch (error) {
      // Documented in health(): rows then live in the worker's memory until the page ends.
      belief.unreadable = true;
      belief.storageTrouble = nameOf(error);
    }
  };
  const findStore = async (): Promise<boolean> => {
    if (storage === 'memory') return false;
    try {
      if (!(await storeExists(database))) return false;
    } catch (error) {
      belief.storageTrouble = nameOf(error);
      return false;
    }
    await openPen();
    return true;
  };
  const begin = async (): Promise<Status> => {
    const stored = await finding;
    try {
      await (await living).begin(stored);
    } catch (error) {
      // No worker at all: the page goes on without us, and health() says why.
      belief.workerTrouble = nameOf(error);
    }
    events.emit('status', status());
    return status();
  };
  const finding = findStore();
  const ready = begin();
  /** Whether a store is there, and the page and the browser say nothing else of consent than it does. */
  const agrees = (stored: boolean): boolean =>
    stored &&
    !(navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl &&
    purposes.every(({ id }) => (config.consent[id] ?? belief.consent[id]) === belief.consent[id]);
  // A row can be kept once it is known what is so; in doubt, once the worker says it.
  log.holdUntil(finding.then((stored) => (agrees(stored) ? undefined : ready)).catch(() => ready));
  const gate = (): GateContext => ({ purposes, consent: belief.consent });
  const write = (sent: Parameters<typeof readTracked>[0]): Promise<Receipt> => {
    // Read in the call: until its turn comes the page may have put something else in the same object.
    const admit = readTracked(sent);
    return log.write(() => admit(gate()));
  };

  return {
    replica,
    ready,
    events,
    log,
    status,
    consent: () => belief.consent,
    gate,
    started: () => belief.started,
    trouble: () => {
      const worker = life?.trouble() ?? belief.workerTrouble;
      const { storageTrouble: storage } = belief;
      return { ...(storage && { storage }), ...(worker && { worker }) };
    },
    repairs: () => {
      const { lastError, started } = belief;
      return {
        restarts: life?.restarts() ?? 0,
        ...(lastError && { lastError }),
        ...(started?.loss && { lastLoss: started.loss }),
      };
    },
    call: async (...asked) => {
      await ready;
      return (await living).ask(...asked);
    },
    setConsent: (states, mechanism) => {
      const asked = ready.then(() => living).then((found) => found.setConsent(states, mechanism));
      log.holdUntil(asked);
      return asked;
    },
    track: async (sent) => {
      if (typeof sent.name === 'string' && isTracked(sent.name)) return write(sent);
      // Another vocabulary, or nothing: the table of those is fetched when it is needed.
      const aliases = import('../engine/event-aliases.js');
      const told = await aliases.then(({ translateEvent }) => translateEvent(sent)).catch(() => sent);
      return write(told);
    },
    writeOwn: (own) => log.write(() => admitOwn(own, gate()), true),
    changed,
    refresh: async () => (await living).refresh(),
    close,
  };
}
