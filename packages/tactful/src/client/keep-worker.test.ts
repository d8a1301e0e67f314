import { expect } from 'chai';
import { gardenCatalog, LOOK_AT_GARDEN } from '../../test/garden-catalog.js';
import { busyWorkerAddress, keepBusy, seeWorkers, type SeenWorkers } from '../../test/lose-workers.js';
import { replace } from '../../test/replace.js';
import { admitTracked, defaultPurposes } from '../engine/event.js';
import { asJson } from '../engine/json.js';
import { databaseName, newReplica, readAtRest } from '../storage/index.js';
import { removePlaces } from '../storage/make-place.js';
import type { CallName, Event, Host, Now, Started, StartRequest } from '../worker/protocol.js';
import { connect, type Connection } from './connection.js';
import type { Means } from './keep-worker.js';
import { startWorker } from './start-worker.js';
import type { TactfulError } from './tactful-error.js';

const NOON: Now = { at: Date.UTC(2026, 4, 12, 10), offset: 120 };
/** A beat so often that a test need not wait long for a loss; three of them are still far more than an answer takes. */
const QUICK: Means = { patience: { beatMs: 250 } };
/** No beat, no loss: what it is like without the defence. */
const DEAF: Means = { patience: { beatMs: 1e8 } };

let seen: SeenWorkers;
const open: Connection[] = [];
const again: Started[] = [];
const lost: string[] = [];

beforeEach(() => {
  seen = seeWorkers();
  again.length = 0;
  lost.length = 0;
});
afterEach(() => {
  for (const connection of open.splice(0)) connection.close();
  seen.stop();
});

function connected(means: Means = QUICK, address?: string): Connection {
  const connection = connect(
    {
      address,
      clock: () => NOON,
      again: (started) => Promise.resolve(again.push(started)),
      lost: (why) => {
        lost.push(why);
      },
      gone: () => undefined,
    },
    means,
  );
  open.push(connection);
  return connection;
}

const requestFor = (more: Partial<StartRequest> = {}): StartRequest => ({
  scope: `w-${newReplica()}`,
  storage: 'persistent',
  stored: false,
  now: NOON,
  catalog: { inline: asJson(gardenCatalog) },
  purposes: defaultPurposes(),
  policy: {},
  model: {},
  ...more,
});

/** Agreed, with a worker that can be kept busy. */
async function begunBusy(
  means: Means,
): Promise<{ readonly connection: Connection; readonly busy: () => Promise<void> }> {
  const channel = `busy-${newReplica()}`;
  const connection = await begun(means, {}, busyWorkerAddress(channel));
  return { connection, busy: () => keepBusy(channel, 2000) };
}

async function begun(means: Means = QUICK, more: Partial<StartRequest> = {}, address?: string): Promise<Connection> {
  const connection = connected(means, address);
  await connection.start(requestFor(more));
  await connection.call('setConsent', {
    states: { personalization: 'in' },
    now: NOON,
    mechanism: 'element',
    rememberRefusal: true,
  });
  return connection;
}

/** Rows as the pen of a tab would stamp them. */
function rowsOf(replica: string): readonly Event[] {
  return LOOK_AT_GARDEN.flatMap(([name, params], counter) => {
    const admission = admitTracked(
      { name, params },
      { purposes: defaultPurposes(), consent: { personalization: 'in' } },
    );
    return 'draft' in admission
      ? [{ id: `${replica}:${String(counter)}`, ...NOON, at: NOON.at + counter, v: 1 as const, ...admission.draft }]
      : [];
  });
}

const keepRows = (connection: Connection, replica: string): Promise<number> =>
  connection.call('hint', { rows: rowsOf(replica), stored: false });
const idsIn = async (connection: Connection): Promise<readonly string[]> =>
  (await connection.call('log', {})).map(({ id }) => id).sort();
const codeOf = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => (error as TactfulError).code,
  );

describe('a worker that is lost', () => {
  it('[R40] is missed by its heartbeat: who waits is told, and the next one has read the log again', async () => {
    const connection = await begun();
    expect(await keepRows(connection, 'a')).to.equal(6);
    seen.killLast();
    const inFlight = [codeOf(connection.call('log', {})), codeOf(connection.call('tasks', { now: NOON }))];
    expect(await Promise.all(inFlight)).to.deep.equal(['WORKER_LOST', 'WORKER_LOST']);
    expect(await idsIn(connection)).to.have.lengthOf(6);
    expect([connection.restarts(), connection.mode(), lost]).to.deep.equal([1, 'url', ['lost: silent']]);
    expect(again.map(({ status }) => status.consent)).to.deep.equal([{ personalization: 'in' }]);
    expect(seen.alive()).to.have.lengthOf(1);
  });

  it('[R40] planted fault: without a heartbeat the call ends by its deadline alone, and so does the next', async () => {
    const connection = await begun(DEAF);
    seen.killLast();
    expect(await codeOf(connection.call('log', {}, 1500))).to.equal('DEADLINE_PASSED');
    expect(await codeOf(connection.call('log', {}, 1500))).to.equal('DEADLINE_PASSED');
    expect(connection.restarts()).to.equal(0);
  });

  for (const sign of ['error', 'messageerror'] as const) {
    it(`[R41] ends every call in flight at once when it says ${sign}`, async () => {
      const { connection, busy } = await begunBusy(DEAF);
      await busy();
      const inFlight = codeOf(connection.call('log', {}));
      await new Promise((resolve) => setTimeout(resolve));
      seen.failLast(sign);
      expect(await inFlight).to.equal('WORKER_LOST');
      expect(await codeOf(connection.call('log', {}))).to.equal('answered');
      expect(lost).to.deep.equal([`lost: ${sign}`]);
    });
  }

  it('[R41] planted fault: where nobody listens to its errors nothing ends', async () => {
    const begin = async (address: string | undefined): ReturnType<typeof startWorker> => {
      const { host, beat, stop, mode } = await startWorker(address);
      return { host, beat, stop, mode, listen: () => undefined };
    };
    const connection = await begun({ ...DEAF, begin });
    seen.killLast();
    seen.failLast('error');
    expect(await codeOf(connection.call('log', {}, 1500))).to.equal('DEADLINE_PASSED');
  });

  it('[R41] what cannot be sent is an error of ours, by name', async () => {
    const connection = await begun();
    const unsendable: unknown = { names: () => undefined };
    const error = await connection
      .call('log', unsendable as Record<string, never>)
      .catch((caught: unknown) => caught as TactfulError);
    expect(error).to.include({ name: 'TactfulError', code: 'INTERNAL', message: 'log: DataCloneError' });
  });

  it('[R42] a worker that is kept busy for two seconds is not lost', async () => {
    const channel = `busy-${newReplica()}`;
    const connection = connected({}, busyWorkerAddress(channel));
    await connection.start(requestFor());
    await keepBusy(channel, 2000);
    expect(await idsIn(connection)).to.deep.equal([]);
    expect([connection.restarts(), connection.mode()]).to.deep.equal([0, 'url']);
  });

  it('[R42] planted fault: less patience gives that worker up', async () => {
    const channel = `busy-${newReplica()}`;
    const connection = connected({ patience: { beatMs: 250, beats: 2 } }, busyWorkerAddress(channel));
    await connection.start(requestFor());
    await keepBusy(channel, 2000);
    expect(await codeOf(connection.call('log', {}))).to.equal('WORKER_LOST');
  });

  it('[R43] is begun anew three times; after the fourth loss this thread answers, with the same log', async () => {
    const connection = await begun();
    await keepRows(connection, 'a');
    const modes: string[] = [];
    for (let loss = 0; loss < 4; loss++) {
      seen.failLast('error');
      expect(await idsIn(connection)).to.have.lengthOf(6);
      modes.push(connection.mode());
    }
    expect(modes).to.deep.equal(['url', 'url', 'url', 'main']);
    expect(connection.trouble()).to.equal('no worker lasted');
    expect(seen.alive()).to.have.lengthOf(0);
  });

  it('[R43] planted fault: without that limit the fourth is a worker again', async () => {
    const connection = await begun({ patience: { restarts: Infinity } });
    for (let loss = 0; loss < 4; loss++) {
      seen.failLast('error');
      await idsIn(connection);
    }
    expect(connection.mode()).to.equal('url');
  });

  it('[R43] calls made while the next one starts wait for it, within their deadline', async () => {
    const connection = await begun();
    seen.failLast('error');
    const waiting = [codeOf(connection.call('log', {})), codeOf(connection.call('log', {}, 1))];
    expect(await Promise.all(waiting)).to.deep.equal(['answered', 'DEADLINE_PASSED']);
  });

  it('[R43] a withdrawal or an erasure that it took down with it is asked for once more', async () => {
    const { connection, busy } = await begunBusy(DEAF);
    await keepRows(connection, 'a');
    await busy();
    const erased = connection.call('erase', { keep: 'nothing', now: NOON });
    await new Promise((resolve) => setTimeout(resolve));
    seen.failLast('error');
    expect(await erased).to.include({ verified: true });
    expect(await idsIn(connection)).to.deep.equal([]);
  });

  it('[R44] in memory: choices, rows and signals are told again, what was forgotten is not', async () => {
    const connection = await begun(QUICK, { storage: 'memory' });
    await keepRows(connection, 'a');
    await connection.call('sense', { places: ['home'], placesAt: NOON.at });
    await connection.call('forget', { selector: { ids: ['a:0'] }, now: NOON });
    const before = await idsIn(connection);
    seen.failLast('error');
    expect(await idsIn(connection)).to.deep.equal(before);
    expect(again[0]?.history.map(({ at, state, mechanism }) => ({ at, state, mechanism }))).to.deep.equal([
      { at: NOON.at, state: 'in', mechanism: 'element' },
    ]);
  });

  it('[R44] planted fault: a worker that is started and told nothing more knows nothing', async () => {
    const connection = await begun(QUICK, { storage: 'memory' });
    await keepRows(connection, 'a');
    const stranger = await startWorker(undefined);
    await stranger.host.call('start', requestFor({ storage: 'memory' }));
    const outcome = await stranger.host.call('log', {});
    stranger.stop();
    expect(outcome).to.deep.equal({ ok: true, value: [] });
    expect(await idsIn(connection)).to.have.lengthOf(6);
  });

  it('[R44] in memory: what was withdrawn or erased is told to no next one', async () => {
    const connection = await begun(QUICK, { storage: 'memory' });
    await keepRows(connection, 'a');
    await connection.call('setConsent', {
      states: { personalization: 'out' },
      now: NOON,
      mechanism: 'call',
      rememberRefusal: true,
    });
    seen.failLast('error');
    expect(await idsIn(connection)).to.deep.equal([]);
    expect(again[0]?.status.consent).to.deep.equal({ personalization: 'out' });
  });

  it('[R44] who took the store away meanwhile finds no new one', async () => {
    const request = requestFor();
    const connection = connected();
    await connection.start(request);
    const states = { personalization: 'in' } as const;
    await connection.call('setConsent', { states, now: NOON, mechanism: 'call', rememberRefusal: true });
    expect(await readAtRest(request.scope)).to.not.equal(undefined);
    seen.killLast();
    await removePlaces(databaseName(request.scope));
    expect(await codeOf(connection.call('log', {}))).to.equal('WORKER_LOST');
    expect(await idsIn(connection)).to.deep.equal([]);
    expect(again[0]?.status.consent).to.deep.equal({ personalization: 'pending' });
    expect(await readAtRest(request.scope)).to.equal(undefined);
  });
});

/** Workers of which so many cannot do one thing they are asked, after the first `well` that can. */
function refusing(
  name: CallName,
  { well, times }: { readonly well: number; readonly times: number },
): NonNullable<Means['begin']> {
  let made = 0;
  return async (address) => {
    const { host, beat, listen, stop } = await startWorker(address);
    const mine = made++;
    const refuses = mine >= well && mine < well + times;
    const call: Host['call'] = (asked, argument) =>
      refuses && asked === name
        ? Promise.resolve({ ok: false, error: { code: 'INTERNAL', message: `planted: ${name}` } })
        : host.call(asked, argument);
    return { mode: 'url', host: { call }, beat, listen, stop };
  };
}

/** At once, not only after a rest. */
const RESTLESS = { ...QUICK.patience, restMs: 0 };

describe('a worker that does not start', () => {
  it('[R192] is lost: the next one serves, and who asked has not noticed', async () => {
    const connection = await begun({ ...QUICK, begin: refusing('start', { well: 1, times: 1 }) });
    await keepRows(connection, 'a');
    seen.failLast('error');
    expect(await idsIn(connection)).to.have.lengthOf(6);
    expect(lost).to.deep.equal(['lost: error', 'lost: start']);
    expect([connection.restarts(), connection.mode(), connection.trouble()]).to.deep.equal([2, 'url', undefined]);
  });

  it('[R192] however many: then this thread serves', async () => {
    const connection = await begun({ ...QUICK, begin: refusing('start', { well: 1, times: Infinity }) });
    await keepRows(connection, 'a');
    seen.failLast('error');
    expect(await idsIn(connection)).to.have.lengthOf(6);
    expect([connection.restarts(), connection.mode()]).to.deep.equal([4, 'main']);
  });

  it('[R192] of choices and rows in memory the next one is told all the same', async () => {
    const begin = refusing('hint', { well: 1, times: 1 });
    const connection = await begun({ ...QUICK, begin }, { storage: 'memory' });
    await keepRows(connection, 'a');
    seen.failLast('error');
    expect(await idsIn(connection)).to.have.lengthOf(6);
    expect(again.map(({ status }) => status.consent)).to.deep.equal([{ personalization: 'in' }]);
  });

  it('[R192] where this thread cannot start either nobody is begun until somebody asks, and it says why', async () => {
    const connection = await begun({ patience: RESTLESS });
    await keepRows(connection, 'a');
    const silent = (): Promise<never> => Promise.reject(new DOMException('planted', 'TimeoutError'));
    const back = replace(IDBFactory.prototype, 'databases', silent);
    try {
      seen.failLast('error');
      expect(await codeOf(connection.call('log', {}))).to.equal('INTERNAL');
      const before = [seen.made(), connection.restarts()];
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect([seen.made(), connection.restarts()]).to.deep.equal(before);
      expect(before).to.deep.equal([4, 5]);
      expect(connection.trouble()).to.equal('TimeoutError: planted');
    } finally {
      back();
    }
    expect(await idsIn(connection)).to.have.lengthOf(6);
    expect([connection.mode(), connection.trouble()]).to.deep.equal(['main', 'no worker lasted']);
  });

  it('[R192] control: until it has rested nobody is begun', async () => {
    const connection = connected({ ...QUICK, begin: refusing('start', { well: 0, times: 1 }) });
    await codeOf(connection.start(requestFor()));
    expect(await codeOf(connection.call('log', {}))).to.equal('INTERNAL');
    expect([seen.made(), connection.trouble()]).to.deep.equal([1, 'TactfulError: planted: start']);
  });

  it('[R192] the very first tells who starts it, and another serves who asks later', async () => {
    const begin = refusing('start', { well: 0, times: 1 });
    const connection = connected({ patience: RESTLESS, begin });
    expect(await codeOf(connection.start(requestFor()))).to.equal('INTERNAL');
    expect(await idsIn(connection)).to.deep.equal([]);
    expect([connection.restarts(), connection.trouble()]).to.deep.equal([1, undefined]);
  });

  it('[R192] once it is closed none is begun', async () => {
    const connection = connected({ patience: RESTLESS, begin: refusing('start', { well: 0, times: 1 }) });
    await codeOf(connection.start(requestFor()));
    connection.close();
    expect(await codeOf(connection.call('log', {}))).to.equal('CLOSED');
    expect(seen.made()).to.equal(1);
  });

  it('[R193] that cannot even be fetched keeps nobody waiting: the start says why', async () => {
    const connection = connected({ ...QUICK, begin: () => Promise.reject(new TypeError('planted')) });
    const late = new Promise((resolve) => setTimeout(resolve, 1000, 'late'));
    expect(await Promise.race([connection.up(), late])).to.equal(undefined);
    const error = await connection.start(requestFor()).catch((caught: unknown) => caught as TactfulError);
    expect(error).to.include({ code: 'INTERNAL', message: 'start: TypeError' });
    expect(connection.trouble()).to.equal('TypeError: planted');
  });
});
