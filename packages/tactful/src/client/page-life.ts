import type { ConsentStates, Started, Status } from '../worker/protocol.js';
import { isAnyIn, refusalsIn } from '../engine/event.js';
import { connect, type Connection } from './connection.js';
import { newDoorbell } from './doorbell.js';
import type { Emitter } from './emitter.js';
import type { LogWriter } from './log-writer.js';
import { newOpenNote } from '../storage/open-note.js';
import { onReturn } from './on-return.js';
import { nameOf } from './name-of.js';
import { heeded, objects, openingConsent } from './opening-consent.js';
import type { Configuration } from './read-options.js';
import type { TactfulEvents } from './tactful.js';
import { tellConsole } from './tell-console.js';

// What is needed once the worker is started comes with its start.
export { statedRow, taskRow } from './stated-row.js';

/** The last thing that went wrong, and was met. */
export interface Trouble {
  readonly part: 'storage' | 'worker';
  readonly name: string;
  readonly at: number;
}

/** What this tab believes now; others change it. */
export interface Belief {
  consent: ConsentStates;
  epoch: number;
  started: Started | undefined;
  /** Whether there is a store that this page could not read: it may hold a refusal. */
  unreadable: boolean;
  storageTrouble: string | undefined;
  workerTrouble: string | undefined;
  lastError: Trouble | undefined;
}

/** The parts of a page that are there before this chunk is. */
export interface Page {
  readonly config: Configuration;
  readonly belief: Belief;
  readonly log: LogWriter;
  readonly events: Emitter<TactfulEvents>;
  /** Resolves once the start has been answered, or failed. */
  readonly ready: () => Promise<unknown>;
  readonly openPen: () => Promise<void>;
}

/** What happens between a page and its worker: starting, believing, refreshing, ringing. */
export interface PageLife {
  /** Starts the worker and believes what it says. Rejects where no worker answers. */
  readonly begin: (stored: boolean) => Promise<void>;
  /** Straight to the worker. */
  readonly call: Connection['call'];
  /** Waits for rows still being written, and for what a page that came back has to look at, then calls. */
  readonly ask: Connection['call'];
  readonly setConsent: (states: ConsentStates, mechanism: string) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** The pen was taken away: holds rows and questions until the worker has said what is left. */
  readonly penLost: () => void;
  /** After something was written: rings, and tells listeners that the profile may differ. */
  readonly ring: () => void;
  readonly mode: () => Status['worker'];
  readonly trouble: () => string | undefined;
  readonly restarts: () => number;
  readonly close: () => void;
}

/** A pen that is lost again so soon is not opened for as long: the worker writes meanwhile. */
const REOPEN_MS = 10_000;

/** Starts a worker at once, and listens for other tabs and for the page's return. */
export function openPageLife({ config, belief, log, events, ready, openPen }: Page): PageLife {
  const { scope, purposes, clock } = config;
  let looking: Promise<unknown> = Promise.resolve();
  let lostAt = -Infinity;
  let mayOpen = 0;
  let stored = false;
  let closed = false;
  /** What listeners have heard of consent. */
  let said: string | undefined;
  const note = (part: Trouble['part'], name: string): void => {
    belief.lastError = { part, name, at: clock().at };
  };
  const follow = ({ status, epoch }: Started): void => {
    belief.consent = status.consent;
    belief.epoch = epoch;
  };
  const believe = async (told: Started): Promise<void> => {
    said ??= JSON.stringify(belief.consent);
    belief.started = told;
    stored ||= told.stored;
    follow(told);
    belief.storageTrouble = told.storageTrouble ?? (told.stored ? undefined : belief.storageTrouble);
    if (!told.stored) log.closePen();
    else if (performance.now() >= mayOpen) await openPen();
    belief.consent = Object.fromEntries(purposes.map(({ id }) => [id, belief.consent[id] ?? 'pending']));
    // The pen took its time, and may have read what was so before that was told.
    if (belief.started !== told && (!belief.started.stored || belief.started.epoch >= belief.epoch))
      follow(belief.started);
    if (!belief.started.stored) {
      log.closePen();
      // What the pen of a disk that was used here ran into went with it.
      if (stored) belief.storageTrouble = belief.started.storageTrouble;
    }
    if (told.stored && isAnyIn(belief.consent)) await openNote.put();
    else openNote.takeBack();
    const now = JSON.stringify(belief.consent);
    if (now === said) return;
    said = now;
    events.emit('consent', belief.consent);
  };
  const connection = connect({
    address: config.worker,
    clock,
    lost: (why) => {
      note('worker', why);
    },
    // The page may have no pen to hear it by.
    gone: () => {
      if (!closed) lookAgain();
    },
    again: async (told) => {
      await believe(told);
      servesAgain(told);
    },
  });
  const servesAgain = ({ status }: Started): void => {
    belief.workerTrouble = undefined;
    events.emit('status', { ...status, worker: connection.mode() });
  };
  /** Begins once more, where the start failed. Undefined where there is no need. */
  let anew: (() => Promise<void>) | undefined;
  /** What the page itself says of consent comes before anything that is asked. */
  const call: Connection['call'] = async (...asked) => {
    await anew?.();
    return connection.call(...asked);
  };
  const openNote = newOpenNote(scope);
  const ring = (): void => {
    // What was under way when it was closed ends all the same, and nobody hears it.
    if (closed) return;
    // Where nothing was ever stored nobody has anything to look at.
    if (stored) doorbell.ring();
    events.emit('profile', null);
  };
  const setConsent = async (states: ConsentStates, mechanism: string, atStart = false): Promise<void> => {
    const { rememberRefusal } = config;
    try {
      const gpc = objects();
      const request = {
        states: heeded(states, { mechanism, objected: gpc }),
        now: clock(),
        mechanism,
        rememberRefusal,
        gpc,
        atStart,
      };
      await believe(await (atStart ? connection.call : call)('setConsent', request));
    } catch (error) {
      // Nobody answered, but the shopper has spoken.
      belief.consent = { ...belief.consent, ...refusalsIn(states) };
      if (!isAnyIn(belief.consent)) openNote.takeBack();
      throw error;
    }
    ring();
  };
  const refresh = async (look = false): Promise<void> => {
    await ready();
    try {
      await believe(await call('refresh', { now: clock(), look }));
      events.emit('profile', null);
    } catch (error) {
      // Closed or lost meanwhile: the next call says so itself.
      if (!closed) note('worker', nameOf(error));
    }
  };
  const lookAgain = (): void => {
    const asked = refresh();
    looking = asked;
    log.holdUntil(asked);
  };
  // A bell says that somebody has a store, also where this page found none.
  const doorbell = newDoorbell(() => refresh(true));
  const stopListening = onReturn(lookAgain);
  const beginOnce = async (found: boolean): Promise<void> => {
    const { storage, catalog, audience, images } = config;
    const { policy = {}, model = {}, sector, limits, debug } = config.given;
    const request = {
      scope,
      storage,
      stored: found,
      now: clock(),
      catalog,
      purposes,
      policy,
      model,
      audience,
      sector,
      images: images === 'reveal' ? images : undefined,
    };
    await connection.up();
    const before = refusalsIn(belief.consent);
    const started = await connection.start(
      limits?.offers === undefined ? request : { ...request, offers: limits.offers },
    );
    // One that was deleted meanwhile is no trouble.
    belief.unreadable = found && !started.stored && started.storageTrouble !== undefined;
    if (found && !belief.unreadable) belief.storageTrouble = undefined;
    await believe(started);
    if (debug) tellConsole(events, started.problems);
    const { consent } = belief;
    const changes = belief.unreadable
      ? // It may hold a refusal, and agreement has to be given again.
        { ...openingConsent({ purposes, consent: refusalsIn(config.consent) }, { consent }), ...before }
      : openingConsent(config, { consent, history: started.history });
    if (Object.keys(changes).length > 0) await setConsent(changes, objects() ? 'gpc' : 'call', true);
  };
  const begin = async (found: boolean): Promise<void> => {
    try {
      await beginOnce(found);
      anew = undefined;
    } catch (error) {
      anew = belief.started ? undefined : () => beginAgain(found);
      throw error;
    }
  };
  const beginAgain = (found: boolean): Promise<void> => {
    const beginning = begin(found).then(() => {
      if (belief.started) servesAgain(belief.started);
    });
    // Who asks meanwhile waits for the same.
    anew = () => beginning;
    return beginning;
  };

  return {
    begin,
    call,
    ask: (name, argument, deadlineMs) =>
      connection.inTime({ name, deadlineMs }, async () => {
        await looking;
        // Whoever has just tracked something and asks sees it: the rows reach the worker before the question.
        await log.settled();
        return call(name, argument, deadlineMs);
      }),
    setConsent,
    refresh: () => refresh(),
    penLost: () => {
      if (closed) return;
      const now = performance.now();
      mayOpen = now - lostAt < REOPEN_MS ? now + REOPEN_MS : now;
      lostAt = now;
      // Cleared by the shopper, deleted by another tab, or failed: the worker says which. Only the last is an error.
      lookAgain();
      void looking.then(() => {
        if (closed || belief.started?.stored !== true) return;
        note('storage', 'closed');
      });
    },
    ring,
    mode: connection.mode,
    trouble: connection.trouble,
    restarts: connection.restarts,
    close: () => {
      closed = true;
      stopListening();
      connection.close();
      openNote.close();
      doorbell.close();
    },
  };
}
