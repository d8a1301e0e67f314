import { expect } from 'chai';
import { carriedRow } from '../../test/carried.js';
import { FOND, logOf, NOW, offer, shopOf } from '../../test/garden-shop.js';
import { asJson, defaultPurposes } from '../engine/index.js';
import { openMemoryStore, type Store } from '../storage/index.js';
import { createHost } from './host.js';

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
  const host = createHost(() => import('./later.js'), {
    openDisk: (_scope, { closed }) => {
      how.closed = closed;
      return Promise.resolve(disk);
    },
    isThere: () => Promise.resolve(false),
  });
  const now = NOW;
  await host.call('start', {
    scope: 'gone',
    storage: 'persistent',
    stored: true,
    now,
    catalog: { inline: asJson(SHOP) },
    purposes: defaultPurposes(),
    policy: {},
    model: {},
  });
  const states = { personalization: 'in' } as const;
  await host.call('setConsent', { states, now, mechanism: 'element', rememberRefusal: true });
  how.armed = true;
  const told = async (): Promise<readonly string[]> => {
    const outcome = await host.call('log', {});
    return outcome.ok ? outcome.value.map(({ id }) => id) : [];
  };
  return { host, memory, told, now };
}

/** What is told after a row that another tab wrote was read. */
async function afterReading(moment?: Moment): Promise<readonly string[]> {
  const { host, memory, told, now } = await startOver(moment);
  const { epoch } = await memory.readMeta();
  await memory.appendRows([carriedRow('b:0')], epoch);
  await host.call('refresh', { now });
  return told();
}

/** What is told after a row that only the worker could keep. */
async function afterWriting(moment?: Moment): Promise<readonly string[]> {
  const { host, told } = await startOver(moment);
  await host.call('hint', { rows: [carriedRow('a:0')], stored: false });
  return told();
}

/** The decisions that are told after one was made. */
async function afterDeciding(moment?: Moment): Promise<readonly string[]> {
  const { host, now } = await startOver(moment);
  await host.call('hint', { rows: logOf(FOND), stored: false });
  await host.call('decide', { id: 'd', placement: 'home', now });
  const outcome = await host.call('decisions', { limit: 10 });
  return outcome.ok ? outcome.value.map(({ id }) => id) : [];
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
