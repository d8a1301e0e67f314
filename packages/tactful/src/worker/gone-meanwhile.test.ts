import { expect } from 'chai';
import { carriedRow, carrierOn, newCarrier } from '../../test/carried.js';
import { failureOf } from '../../test/failure-of.js';
import { FOND, logOf, NOW, offer, shopOf } from '../../test/garden-shop.js';
import { asJson } from '../engine/index.js';
import { openMemoryStore, type Store } from '../storage/index.js';
import { isGone, storeGone } from '../storage/open.js';

const SHOP = shopOf(offer({ id: 'hose', class: 'suggest', category: ['garden', 'watering'], price: 2495 }));

type Moment = 'readSegments' | 'appendRows' | 'reserve';

/** A worker over a disk that another tab deletes while one of its actions is under way, once that is armed. */
async function startOver(moment: Moment | undefined) {
  const memory = openMemoryStore('00');
  const how: { closed?: () => void; armed: boolean } = { armed: false };
  const goes =
    <Sent extends readonly unknown[], Answer>(name: Moment, act: (...sent: Sent) => Promise<Answer>) =>
    async (...sent: Sent): Promise<Answer> => {
      const answer = await act(...sent);
      if (how.armed && name === moment) how.closed?.();
      return answer;
    };
  const disk: Store = {
    ...memory,
    mode: 'persistent',
    readSegments: goes('readSegments', memory.readSegments),
    appendRows: goes('appendRows', memory.appendRows),
    reserve: goes('reserve', memory.reserve),
  };
  const carrier = await carrierOn(disk, {
    more: { catalog: { inline: asJson(SHOP) } },
    openDisk: (_scope, { closed }) => {
      how.closed = closed;
      return Promise.resolve(disk);
    },
    isThere: () => Promise.resolve(false),
  });
  await carrier.agree({ personalization: 'in' });
  how.armed = true;
  return { ...carrier, memory };
}

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);

/** What is told after a row that another tab wrote was read. */
async function afterReading(moment?: Moment): Promise<readonly string[]> {
  const { call, memory } = await startOver(moment);
  const { epoch } = await memory.readMeta();
  await memory.appendRows([carriedRow('b:0')], epoch);
  await call('refresh', { now: NOW });
  return idsOf(await call('log', {}));
}

/** What is told after a row that only the worker could keep. */
async function afterWriting(moment?: Moment): Promise<readonly string[]> {
  const { call, keep } = await startOver(moment);
  await keep([carriedRow('a:0')]);
  return idsOf(await call('log', {}));
}

/** The decisions that are told after one was made. */
async function afterDeciding(moment?: Moment): Promise<readonly string[]> {
  const { call, keep } = await startOver(moment);
  await keep(logOf(FOND));
  await call('decide', { id: 'd', placement: 'home', now: NOW });
  return idsOf(await call('decisions', { limit: 10 }));
}

describe('a store that goes meanwhile', () => {
  it('[R177] leaves no row with whoever was reading it', async () => {
    expect(await afterReading('readSegments')).to.deep.equal([]);
  });

  it('[R177] control: one that stays is told of', async () => {
    expect(await afterReading()).to.deep.equal(['b:0']);
  });

  it('[R177] leaves no row with whoever was writing to it', async () => {
    expect(await afterWriting('appendRows')).to.deep.equal([]);
  });

  it('[R177] control: a row that was written and stays is told of', async () => {
    expect(await afterWriting()).to.deep.equal(['a:0']);
  });

  it('[R177] leaves no decision that was being made', async () => {
    expect(await afterDeciding('reserve')).to.deep.equal([]);
  });

  it('[R177] control: a decision over one that stays is told of', async () => {
    expect(await afterDeciding()).to.deep.equal(['d']);
  });
});

/** A worker whose store goes while something makes less or more of it known; what it opens next stays. */
async function startGoing(error: DOMException) {
  const memory: Store = { ...openMemoryStore('00'), mode: 'persistent' };
  const opened: Store[] = [];
  const carrier = await carrierOn(memory, {
    openDisk: (_scope, { closed }) => {
      const fails = (): Promise<never> => {
        if (isGone(error)) closed();
        return Promise.reject(error);
      };
      const disk = opened.length === 0 ? { ...memory, changeConsent: fails, empty: fails } : memory;
      opened.push(disk);
      return Promise.resolve(disk);
    },
    isThere: () => Promise.resolve(false),
  });
  return { carrier, memory };
}

describe('a choice whose store goes meanwhile', () => {
  const agree = { states: { personalization: 'in' }, now: NOW, mechanism: 'element', rememberRefusal: true } as const;

  it('[R184] is written to the one that is made then', async () => {
    const { carrier, memory } = await startGoing(storeGone());
    const { status } = await carrier.call('setConsent', agree);
    expect(status.consent).to.deep.equal({ personalization: 'in' });
    expect((await memory.readMeta()).consent).to.deep.equal({ personalization: 'in' });
  });

  it('[R184] to erase it all is done: there is nothing any more', async () => {
    const { carrier } = await startGoing(storeGone());
    const { removed, verified } = await carrier.call('erase', { keep: 'nothing', now: NOW });
    expect({ removed, verified }).to.deep.equal({ removed: 0, verified: true });
  });

  it('[R184] also where the choice was written before it went', async () => {
    const memory: Store = { ...openMemoryStore('00'), mode: 'persistent' };
    let opened = 0;
    const carrier = await carrierOn(memory, {
      openDisk: (_scope, { closed }) => {
        const changeConsent: Store['changeConsent'] = async (change) => {
          closed();
          return openMemoryStore('00').changeConsent(change);
        };
        return Promise.resolve(opened++ === 0 ? { ...memory, changeConsent } : memory);
      },
      isThere: () => Promise.resolve(false),
    });
    await carrier.agree({ personalization: 'in' });
    expect((await memory.readMeta()).consent).to.deep.equal({ personalization: 'in' });
  });

  it('[R184] control: what a disk refuses is told to who asked', async () => {
    const { carrier } = await startGoing(new DOMException('planted', 'QuotaExceededError'));
    expect(await failureOf(carrier.agree({ personalization: 'in' }))).to.be.instanceOf(Error);
  });
});

describe('a disk that is given up', () => {
  const calls = async (why: string): Promise<number> => {
    let told = 0;
    let say: (why: string) => void = () => undefined;
    await carrierOn(openMemoryStore('00'), {
      openDisk: (_scope, { trouble = say }) => {
        say = trouble;
        return Promise.resolve(openMemoryStore('00'));
      },
      gone: () => {
        told++;
      },
    });
    say(why);
    return told;
  };

  it('[R185] is told of at once, whoever it was that asked', async () => {
    expect(await calls('UnknownError')).to.equal(1);
  });

  it('[R185] control: a loss that is behind us makes nobody look again', async () => {
    expect(await calls('data loss: all')).to.equal(0);
  });
});

describe('a withdrawal that is not remembered', () => {
  const out = { states: { personalization: 'out' }, now: NOW, mechanism: 'element' } as const;
  const left = async (rememberRefusal: boolean, withdraws = true) => {
    const { call, keep } = await startOver(undefined);
    await keep(logOf(FOND));
    await call('decide', { id: 'd', placement: 'home', now: NOW });
    if (withdraws) await call('setConsent', { ...out, rememberRefusal });
    return { rows: await call('log', {}), decisions: idsOf(await call('decisions', { limit: 10 })) };
  };

  it('[R187] leaves no row and no decision with the worker either', async () => {
    expect(await left(false)).to.deep.equal({ rows: [], decisions: [] });
    expect(await left(true)).to.deep.equal({ rows: [], decisions: [] });
  });

  it('[R187] control: before it they are there', async () => {
    const { rows, decisions } = await left(false, false);
    expect(rows).to.have.length.greaterThan(0);
    expect(decisions).to.deep.equal(['d']);
  });
});

describe('an erasure where it is not known whether there is a store', () => {
  const erase = async (name: string): Promise<unknown> => {
    const carrier = await newCarrier(
      { storage: 'persistent', stored: false },
      { isThere: () => Promise.reject(new DOMException('planted', name)) },
    );
    return failureOf(carrier.call('erase', { keep: 'nothing', now: NOW }));
  };

  it('[R188] is not said to be done', async () => {
    expect(await erase('TimeoutError')).to.be.instanceOf(Error);
  });

  it('[R188] control: what refuses all storage holds nothing', async () => {
    expect(await erase('SecurityError')).to.equal(undefined);
  });
});
