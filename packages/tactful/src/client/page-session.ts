import { admitOwn, admitTracked, isTracked, type EventDraft, type GateContext, type Receipt } from '../engine/event.js';
import { newReplica, storeExists } from '../storage/append.js';
import type { ConsentStates, Started, Status } from '../worker/protocol.js';
import type { Connection } from './connection.js';
import type { DoorbellPair } from './doorbell.js';
import { newEmitter, type Emitter } from './emitter.js';
import { newLogWriter, type LogWriter } from './log-writer.js';
import type { Configuration } from './read-options.js';
import type { TactfulEvents } from './tactful.js';

/** What happens between a page and its worker: starting, believing, refreshing, ringing. */
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

/** Consent as the page's own banner and the store say it: in doubt, the stricter of the two. */
function pageConsent(config: Configuration, stored: ConsentStates): ConsentStates {
  const changes: Record<string, 'in' | 'out'> = {};
  for (const { id } of config.purposes) {
    const said = config.consent[id];
    const known = stored[id] ?? 'pending';
    if (said === 'out' && known !== 'out') changes[id] = 'out';
    if (said === 'in' && known === 'pending') changes[id] = 'in';
  }
  return changes;
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : 'unknown failure';

/** Starts everything at once: the worker, the one existence check, the pen. */
export function openPageSession(config: Configuration): PageSession {
  const { scope, purposes, clock, storage } = config;
  const database = `tactful:${scope}`;
  const replica = newReplica();
  const events = newEmitter<TactfulEvents>();
  let consent: ConsentStates = {};
  let epoch = 1;
  let started: Started | undefined;
  let storageTrouble: string | undefined;
  let workerTrouble: string | undefined;
  let connection: Connection | undefined;
  let doorbell: DoorbellPair | undefined;
  let closed = false;
  const close = (): void => {
    closed = true;
    connection?.close();
    doorbell?.close();
    log.closePen();
  };
  // A chunk of its own: what the page needs in the first task is the gate and the pen, not the worker.
  const connected = import('./connection.js').then(({ connect, newDoorbell }) => {
    connection = connect(config.worker);
    doorbell = newDoorbell(() => void refresh());
    if (closed) close();
    return connection;
  });
  // Whoever calls hears of a chunk that does not come; until then nobody does.
  connected.catch(() => undefined);
  const call: Connection['call'] = async (...asked) => (await connected).call(...asked);

  const changed = (): void => {
    doorbell?.ring();
    events.emit('profile', null);
  };
  const log = newLogWriter({
    replica,
    clock,
    epoch: () => epoch,
    pass: async (rows, stored) => {
      if (!stored) await ready;
      await call('hint', { rows, stored });
      changed();
    },
  });
  const status = (): Status => ({
    ...(started?.status ?? { storage, catalog: 'missing', consent }),
    worker: connection?.mode() ?? 'url',
  });

  const openPen = async (): Promise<void> => {
    try {
      const believed = await log.openPen(database);
      if (!believed) return;
      consent = { ...consent, ...believed.consent };
      epoch = believed.epoch;
    } catch (error) {
      // Documented in health(): rows then live in the worker's memory until the page ends.
      storageTrouble = nameOf(error);
    }
  };
  const findStore = async (): Promise<boolean> => {
    if (storage === 'memory') return false;
    try {
      if (!(await storeExists(database))) return false;
    } catch (error) {
      storageTrouble = nameOf(error);
      return false;
    }
    await openPen();
    return true;
  };
  const believe = async (told: Started): Promise<void> => {
    const before = JSON.stringify(consent);
    started = told;
    consent = told.status.consent;
    epoch = told.epoch;
    storageTrouble = told.storageTrouble ?? storageTrouble;
    if (told.stored) await openPen();
    else log.closePen();
    if (JSON.stringify(consent) !== before) events.emit('consent', consent);
  };
  const requestConsent = async (states: ConsentStates, mechanism: string): Promise<void> => {
    await believe(
      await call('setConsent', { states, now: clock(), mechanism, rememberRefusal: config.rememberRefusal }),
    );
    changed();
  };
  const begin = async (): Promise<Status> => {
    const stored = await finding;
    const { catalog, policy, model, offers } = config;
    const { audience, sector } = config;
    const request = { scope, storage, stored, now: clock(), catalog, purposes, policy, model, audience, sector };
    try {
      await (await connected).up();
      await believe(await call('start', offers === undefined ? request : { ...request, offers }));
      const changes = pageConsent(config, consent);
      if (Object.keys(changes).length > 0) await requestConsent(changes, 'call');
    } catch (error) {
      // No worker at all: the page goes on without us, and health() says why.
      workerTrouble = nameOf(error);
    }
    events.emit('status', status());
    return status();
  };
  const refresh = async (): Promise<void> => {
    await ready;
    try {
      await believe(await call('refresh', { now: clock() }));
      events.emit('profile', null);
    } catch (error) {
      // Closed or lost meanwhile: the next call says so itself.
      workerTrouble ??= nameOf(error);
    }
  };
  const finding = findStore();
  const ready = begin();
  // A row can be kept once it is known whether there is a store and what the page says of consent.
  log.holdUntil(
    finding.then((stored) => (stored && Object.keys(pageConsent(config, consent)).length === 0 ? undefined : ready)),
  );
  const gate = (): GateContext => ({ purposes, consent });

  return {
    replica,
    ready,
    events,
    log,
    status,
    consent: () => consent,
    gate,
    started: () => started,
    trouble: () => {
      const worker = connection?.trouble() ?? workerTrouble;
      return {
        ...(storageTrouble === undefined ? {} : { storage: storageTrouble }),
        ...(worker === undefined ? {} : { worker }),
      };
    },
    call: async (name, argument, deadlineMs) => {
      await ready;
      // Whoever has just tracked something and asks sees it: the rows reach the worker before the question.
      await log.settled();
      return call(name, argument, deadlineMs);
    },
    setConsent: (states, mechanism) => {
      const asked = ready.then(() => requestConsent(states, mechanism));
      log.holdUntil(asked);
      return asked;
    },
    track: async (sent) => {
      if (typeof sent.name === 'string' && isTracked(sent.name)) return log.write(() => admitTracked(sent, gate()));
      // Another vocabulary, or nothing: the table of those is fetched when it is needed.
      const aliases = import('../engine/event-aliases.js');
      const told = await aliases.then(({ translateEvent }) => translateEvent(sent)).catch(() => sent);
      return log.write(() => admitTracked(told, gate()));
    },
    writeOwn: (own) => log.write(() => admitOwn(own, gate())),
    changed,
    refresh,
    close,
  };
}
