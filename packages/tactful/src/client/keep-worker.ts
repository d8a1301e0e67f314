import type { CallName, Calls, Now, Started, StartRequest, Status } from '../worker/protocol.js';
import { watchHeart, type Watch } from './heartbeat.js';
import { nameOf } from './name-of.js';
import { startHere, startWorker, type StartedHost } from './start-worker.js';
import { TactfulError } from './tactful-error.js';
import { newToldAgain } from './told-again.js';

/** How long a worker is waited for, and how often it is begun anew. */
export interface Patience {
  readonly startMs: number;
  readonly beatMs: number;
  /** A worker is lost when it missed so many beats in a row while it was waited for. */
  readonly beats: number;
  /** So many workers are begun anew within {@link Patience.withinMs}; then the page's own thread serves. */
  readonly restarts: number;
  readonly withinMs: number;
  /** Where nothing serves, whoever asks has the next one begun, but no sooner than this after the last that failed. */
  readonly restMs: number;
}

/**
 * A beat is asked for after 1 s of waiting, and a worker is lost after three more: 4 s. The longest work in one piece that
 * the library has for a worker takes a fraction of that, a worker that is kept busy for 2 s lives on, and whoever waits
 * still hears of the loss before the call's own deadline. Who was lost by silence may only have been slow: the next one is
 * given twice as long.
 */
export const PATIENCE: Patience = {
  startMs: 10_000,
  beatMs: 1000,
  beats: 3,
  restarts: 3,
  withinMs: 600_000,
  restMs: 10_000,
};

const MOST_DOUBLED = 3;

/** What a keeper works with. */
export interface Keeping {
  readonly address: string | undefined;
  readonly clock: () => Now;
  /** A worker that was begun anew has started; what it says may differ from what the last one said. */
  readonly again: (started: Started) => Promise<unknown>;
  /** A worker was lost, and why: `error`, `messageerror`, `silent`, or `start` where it did not start. */
  readonly lost: (why: string) => void;
  /** The store went under the worker's hands. */
  readonly gone: () => void;
}

/** How to wait, and how to begin a worker: other than usual in tests only. */
export interface Means {
  readonly patience?: Partial<Patience>;
  readonly begin?: typeof startWorker;
}

/** A worker that is begun anew when it is lost, three times; then this thread does its work. */
export interface KeptWorker {
  /** Resolves when the first is up, or none came, however long that takes. */
  readonly up: () => Promise<unknown>;
  /** Tells the first, and every next one, what to start with. Rejects where the first does not start. */
  readonly start: (request: StartRequest) => Promise<Started>;
  /** Waits for a worker that serves. Rejects `WORKER_LOST` when that one goes before it has answered. */
  readonly ask: <Name extends CallName>(
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ) => Promise<ReturnType<Calls[Name]>>;
  readonly mode: () => Status['worker'];
  readonly trouble: () => string | undefined;
  readonly restarts: () => number;
  readonly end: () => void;
}

/** A worker that serves, and who watches it. */
interface Serving {
  readonly place: StartedHost;
  readonly watch: Watch;
  /** Those whose call is with it. */
  readonly handed: Set<(reason: TactfulError) => void>;
}

function deferred<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

const LEAVE_MS = 500;

/** Lets a worker close its store before it ends: a browser may keep the connection of one that just ended. */
function endInPeace({ host, stop }: StartedHost): void {
  const late = setTimeout(stop, LEAVE_MS);
  const end = (): void => {
    clearTimeout(late);
    stop();
  };
  host.call('close', {}).then(end, end);
}

const closedError = (): TactfulError => new TactfulError({ code: 'CLOSED', message: 'worker: closed' });

/** Settles with the work, or rejects as soon as the worker that does it is lost. */
function heeded<Value>({ handed, watch }: Serving, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      handed.delete(fail);
      watch.leave();
    };
    const fail = (reason: Error): void => {
      leave();
      reject(reason);
    };
    handed.add(fail);
    watch.enter();
    work.then((value) => {
      leave();
      resolve(value);
    }, fail);
  });
}

/** Begins a worker at once. */
export function keepWorker({ address, clock, again, lost, gone }: Keeping, means: Means = {}): KeptWorker {
  const { begin = startWorker } = means;
  const patience = { ...PATIENCE, ...means.patience };
  const told = newToldAgain(clock);
  const request = deferred<StartRequest>();
  const up = deferred<unknown>();
  const losses: number[] = [];
  let silences = 0;
  let why: string | undefined;
  let ended = false;
  let serving: Serving | undefined;
  let started: Started | undefined;
  /** Since when nothing serves and nobody is begun. */
  let idleSince: number | undefined;

  const recent = (): number => losses.filter((at) => at > performance.now() - patience.withinMs).length;
  const lose = (place: StartedHost, cause: string): void => {
    if (serving?.place !== place) return;
    const { handed, watch } = serving;
    serving = undefined;
    watch.end();
    // One that did not start still lives, and may have a store open.
    if (cause === 'start') endInPeace(place);
    else place.stop();
    losses.push(performance.now());
    if (cause === 'silent') silences++;
    why = `lost: ${cause}`;
    lost(why);
    const reason = new TactfulError({ code: 'WORKER_LOST', message: `worker: ${why}` });
    for (const reject of [...handed]) reject(reason);
    // Where the very first does not start, or this thread neither, who asked hears of it, and who asks next begins.
    if (cause !== 'start' || (started && recent() <= patience.restarts + 1)) bringNext();
  };
  const watchOver = (place: StartedHost, most: () => number): Serving => {
    const isOver = (cause = 'silent'): void => {
      lose(place, cause);
    };
    place.listen({ lost: isOver, gone });
    const watch = watchHeart({ beat: place.beat, dead: isOver, everyMs: patience.beatMs, most });
    return { place, watch, handed: new Set() };
  };
  const newPlace = async (): Promise<StartedHost> => {
    // No call of `finally`, which a page may have changed: whoever waits for it would wait for ever.
    try {
      return await (recent() > patience.restarts ? startHere('no worker lasted') : begin(address));
    } finally {
      up.resolve(undefined);
    }
  };
  const bringUp = async (): Promise<Serving> => {
    const place = await newPlace();
    if (ended) {
      place.stop();
      throw closedError();
    }
    let starting = true;
    const mine = watchOver(place, () =>
      starting ? patience.startMs / patience.beatMs : patience.beats * 2 ** Math.min(silences, MOST_DOUBLED),
    );
    serving = mine;
    const tell = await request.promise;
    const before = started;
    try {
      started = await heeded(mine, told.start(place.host, tell));
      starting = false;
      if (before) await again(started);
    } catch (error) {
      lose(place, 'start');
      throw error;
    }
    return mine;
  };
  const watched = (bringing: Promise<Serving>): Promise<Serving> => {
    // Who asks hears of it.
    bringing.catch((error: unknown) => {
      if (bringing !== current) return;
      why = nameOf(error);
      idleSince = performance.now();
    });
    return bringing;
  };
  let current = watched(bringUp());
  const bringNext = (): void => {
    idleSince = undefined;
    current = watched(bringUp());
  };

  /** Through as many losses as there are. */
  const steady = async (): Promise<Serving> => {
    if (ended) throw closedError();
    if (idleSince !== undefined && performance.now() - idleSince >= patience.restMs) bringNext();
    const now = current;
    try {
      const mine = await now;
      return mine === serving ? mine : await steady();
    } catch (error) {
      if (now === current) throw error;
      return steady();
    }
  };

  const ask: KeptWorker['ask'] = async (name, argument) => {
    const mine = await steady();
    // Lost between two steps of this: nothing was handed to it.
    return mine === serving ? heeded(mine, told.ask(mine.place.host, name, argument)) : ask(name, argument);
  };

  return {
    up: () => up.promise,
    start: async (asked) => {
      request.resolve(asked);
      await steady();
      return started as Started;
    },
    ask,
    mode: () => serving?.place.mode ?? 'url',
    trouble: () => (serving ? serving.place.trouble : why),
    restarts: () => losses.length,
    end: () => {
      ended = true;
      const last = serving;
      serving = undefined;
      last?.watch.end();
      if (last) endInPeace(last.place);
    },
  };
}
