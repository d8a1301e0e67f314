import { expect } from 'chai';
import { NO_SIGNALS, type Signals } from '../engine/moment-signal.js';
import { defaultPurposes, type Event, type Purpose } from '../engine/event.js';
import type { Calls, Now } from '../worker/protocol.js';
import type { PageSession } from './page-session.js';
import { sense } from './sense.js';
import type { SignalReceipt } from './tactful.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** 10:20 in Amsterdam. */
const START = Date.UTC(2026, 4, 12, 8, 20);

const PLACES: readonly unknown[] = [
  { id: 'utrecht', class: 'shop', point: { lat: 52.09, lon: 5.12, radius: 40 } },
  { id: 'door-north', class: 'door' },
  { id: 'other-shop', class: 'rival', point: { lat: 52.1, lon: 5.12, radius: 40 } },
  { id: 'yard', class: 'quiet', kind: 'cemetery', point: { lat: 52.08, lon: 5.12, radius: 100 } },
  { id: 'kiosk', class: 'shop', point: { lat: 52.08, lon: 5.12, radius: 20 } },
];
const IN_SHOP = { position: { lat: 52.0901, lon: 5.1201 } };
const IN_YARD = { position: { lat: 52.0801, lon: 5.1201 } };
const NEAR_RIVAL = { position: { lat: 52.1001, lon: 5.1201 } };
const NOWHERE = { position: { lat: 51, lon: 4 } };

const [shipped] = defaultPurposes();
if (!shipped) throw new Error('no purpose is shipped');
const WITH_PLACE: Purpose = { ...shipped, signals: [...shipped.signals, 'place', 'moment'] };

interface Stage {
  readonly session: Pick<PageSession, 'ready' | 'gate' | 'call' | 'log'>;
  readonly rows: Event[];
  /** Every call that was made, as text: what the worker was told. */
  readonly sent: string[];
  readonly held: () => Signals;
  readonly wait: (ms: number) => void;
  /** From now on calls are answered. */
  readonly mend: () => void;
  readonly sense: (signal: unknown, rivals?: boolean) => Promise<SignalReceipt>;
}

/** A page's session with a log and a worker's memory of its own. */
function stage({ consent = 'in', purposes = [WITH_PLACE], rows = [] as Event[], fails = false } = {}): Stage {
  let now: Now = { at: START, offset: 120 };
  let held = NO_SIGNALS;
  let broken = fails;
  const sent: string[] = [];
  const answer = (name: keyof Calls, argument: unknown): unknown => {
    sent.push(`${name} ${JSON.stringify(argument)}`);
    if (broken) throw new Error('the worker is gone');
    if (name === 'places') return PLACES;
    if (name === 'sense') held = { ...held, ...(argument as Partial<Signals>) };
    const { names, since = 0 } = argument as { names?: readonly string[]; since?: number };
    return name === 'log' ? rows.filter((row) => row.at >= since && (names?.includes(row.name) ?? true)) : undefined;
  };
  const session: Stage['session'] = {
    ready: Promise.resolve({ storage: 'memory', worker: 'main', catalog: 'ready', consent: {} }),
    gate: () => ({ purposes, consent: { personalization: consent as 'in' | 'out' } }),
    call: (async (name: keyof Calls, argument: unknown) => {
      const answered = answer(name, argument);
      // The worker answers from another thread: whoever does not wait for their turn reads what is old.
      await new Promise((resolve) => setTimeout(resolve));
      return answered;
    }) as PageSession['call'],
    log: {
      write: (admit: Parameters<PageSession['log']['write']>[0]) => {
        const admission = admit();
        if ('refusal' in admission) return Promise.resolve({ kept: false, ...admission.refusal });
        const id = `a:${String(rows.length)}`;
        rows.push({ id, ...now, v: 1, ...admission.draft });
        return Promise.resolve({ kept: true, id });
      },
    } as PageSession['log'],
  };
  return {
    session,
    rows,
    sent,
    held: () => held,
    wait: (ms) => (now = { ...now, at: now.at + ms }),
    mend: () => (broken = false),
    sense: (signal, rivals = false) => sense(session, { signal, clock: () => now, rivals }),
  };
}

const told = (rows: readonly Event[]): readonly string[] =>
  rows.map(({ name, params: { place, until } }) => {
    return `${name} ${typeof place === 'string' ? place : new Date(Number(until)).toISOString().slice(8, 16)}`;
  });

describe('sense', () => {
  it('[T28] refuses what is no signal with its path, type and rule, and without its value', async () => {
    const { sense: say, sent } = stage();
    const wrong: readonly [unknown, string][] = [
      [null, 'signal: object, an object'],
      [{}, 'signal: object, one of position, place, moment, weather'],
      [{ moment: 'idle', place: 'utrecht', entered: true }, 'signal: object, one of position, place, moment, weather'],
      [{ position: { lat: 91, lon: 5 } }, 'position.lat: number, a number from -90 to 90'],
      [{ position: { lat: 52, lon: Infinity } }, 'position.lon: number, a number from -180 to 180'],
      [{ position: { lat: '52', lon: 5 } }, 'position.lat: string, a number from -90 to 90'],
      [{ position: { lat: 52, lon: 5, accuracy: -1 } }, 'position.accuracy: number, metres'],
      [{ place: 'utrecht' }, 'entered: undefined, a boolean'],
      [{ place: 'atlantis', entered: true }, 'place: string, the id of a place of the catalog'],
      [{ moment: 'bored' }, 'moment: string, one of transit, idle, busy'],
      [{ weather: {} }, 'weather: object, sky or celsius'],
      [{ weather: { celsius: 451 } }, 'weather.celsius: number, a number from -90 to 60'],
      [{ weather: { sky: 'green' } }, 'weather.sky: string, one of clear, clouds, rain, snow, fog, storm'],
      [
        new Proxy(
          {},
          {
            getOwnPropertyDescriptor: () => {
              throw new Error('mine');
            },
          },
        ),
        'signal: cannot be read',
      ],
      [
        {
          get position() {
            throw new Error('mine');
          },
        },
        'signal: object, one of position, place, moment, weather',
      ],
    ];
    for (const [signal, path] of wrong) {
      expect(await say(signal)).to.deep.equal({ kept: false, reason: 'invalid', path });
    }
    expect(sent.filter((call) => call.startsWith('sense'))).to.deep.equal([]);
  });

  it('[T28] takes place and moment only for a purpose that is in and lists them, and asks nobody without', async () => {
    const refused = stage({ consent: 'out' });
    expect(await refused.sense(IN_YARD)).to.deep.equal({ kept: false, reason: 'no-consent' });
    expect(await refused.sense({ moment: 'idle' })).to.deep.equal({ kept: false, reason: 'no-consent' });
    const unneeded = stage({ purposes: [{ ...shipped, signals: [...shipped.signals, 'moment'] }] });
    expect(await unneeded.sense(IN_YARD)).to.deep.equal({ kept: false, reason: 'not-needed' });
    expect(await unneeded.sense({ moment: 'idle' })).to.deep.equal({ kept: true, ids: [] });
    expect([...refused.sent, ...unneeded.sent].map((call) => call.split(' ')[0])).to.deep.equal(['sense']);
  });

  it('[T28] never rejects: with the worker gone it says so', async () => {
    const { sense: say } = stage({ fails: true });
    expect(await say(IN_SHOP)).to.deep.equal({ kept: false, reason: 'storage-lost' });
    expect(await say({ moment: 'idle' })).to.deep.equal({ kept: false, reason: 'storage-lost' });
  });

  it('[R197] asks for the places again after they could not be told, and once they were, no more', async () => {
    const { sense: say, sent, mend } = stage({ fails: true });
    expect(await say(IN_SHOP)).to.deep.equal({ kept: false, reason: 'storage-lost' });
    mend();
    expect(await say(IN_SHOP)).to.deep.equal({ kept: true, ids: ['a:0'] });
    await say(NOWHERE);
    expect(sent.filter((call) => call.startsWith('places'))).to.have.lengthOf(2);
  });

  it('[T29] a quiet place leaves "quiet until" at whole hours, and neither its name nor its class', async () => {
    const { sense: say, rows, wait, held, sent } = stage();
    expect(await say(IN_YARD)).to.deep.equal({ kept: true, ids: ['a:0'] });
    expect(rows).to.deep.equal([
      {
        id: 'a:0',
        at: START - 20 * MINUTE,
        offset: 120,
        name: 'quiet_set',
        origin: 'declared',
        purpose: 'personalization',
        params: { until: START - 20 * MINUTE + 26 * HOUR },
        v: 1,
      },
    ]);
    for (let signal = 0; signal < 5; signal++) {
      wait(10 * MINUTE);
      await say(IN_YARD);
    }
    expect(rows).to.have.length(1);
    wait(2 * HOUR);
    await say(NOWHERE);
    wait(MINUTE);
    await say(NOWHERE);
    expect(told(rows)).to.deep.equal(['quiet_set 13T10:00', 'quiet_set 13T12:00']);
    expect(held().places).to.deep.equal([]);
    const everything = JSON.stringify([rows, sent]);
    for (const word of ['yard', 'kiosk', 'cemetery', '52.0', '5.12']) expect(everything).to.not.include(word);
  });

  it('[T29] what the shopper ended stays ended until they come again', async () => {
    const { sense: say, rows, wait } = stage();
    const ended = (at: number): Event => ({
      ...(rows[0] as Event),
      id: `b:${String(at)}`,
      at,
      name: 'quiet_ended',
      params: {},
    });
    await say(NOWHERE);
    await say(IN_YARD);
    rows.push(ended(START + 5 * MINUTE));
    wait(10 * MINUTE);
    await say(IN_YARD);
    await say(NOWHERE);
    expect(rows).to.have.length(2);
    wait(10 * MINUTE);
    await say(IN_YARD);
    expect(rows).to.have.length(3);
  });

  it('[T29] counts as in a quiet place what may well be, by what the device vouches for, to 100 m', async () => {
    const beside = { lat: 52.08, lon: 5.12 + 0.0022 };
    const sure = stage();
    await sure.sense({ position: { ...beside, accuracy: 30 } });
    expect(sure.rows).to.deep.equal([]);
    const unsure = stage();
    await unsure.sense({ position: { ...beside, accuracy: 3000 } });
    expect(unsure.rows.map(({ name }) => name)).to.deep.equal(['quiet_set']);
    const far = stage();
    await far.sense({ position: { lat: 52.0901, lon: 5.1201, accuracy: 3000 } });
    expect([...far.rows, ...far.held().places]).to.deep.equal([]);
  });

  it('[T30] a shop or a door is entered and left once a visit, by position or tag', async () => {
    const { sense: say, rows, wait, held } = stage();
    await say(IN_SHOP);
    await say({ place: 'door-north', entered: true });
    expect(held().places).to.deep.equal(['utrecht', 'door-north']);
    await say({ place: 'door-north', entered: true });
    wait(MINUTE);
    await say(NOWHERE);
    await say(IN_SHOP);
    expect(told(rows)).to.deep.equal([
      'place_entered utrecht',
      'place_entered door-north',
      'place_left utrecht',
      'place_left door-north',
    ]);
    wait(31 * MINUTE);
    await say(NOWHERE);
    await say(IN_SHOP);
    expect(told(rows).slice(4)).to.deep.equal(['place_left utrecht', 'place_entered utrecht']);
    expect(rows.slice(0, 2).every(({ origin }) => origin === 'context')).to.equal(true);
  });

  it('[T30] signals that come at once are taken one after another', async () => {
    const { sense: say, rows } = stage();
    await Promise.all([say(IN_SHOP), say(NOWHERE), say({ place: 'utrecht', entered: true })]);
    expect(told(rows)).to.deep.equal(['place_entered utrecht', 'place_left utrecht']);
  });

  it('[T30] in a quiet place no other place is named, and one that is left by its door glows after', async () => {
    const { sense: say, rows, held, wait } = stage();
    await say({ place: 'yard', entered: true });
    await say({ place: 'door-north', entered: true });
    expect(held().places).to.deep.equal([]);
    wait(3 * HOUR);
    await say({ place: 'yard', entered: false });
    expect(told(rows)).to.deep.equal(['quiet_set 13T10:00', 'quiet_set 13T12:00']);
  });

  it('[T30] another shop counts only where the policy says so, and is never written down', async () => {
    const off = stage();
    await off.sense(NEAR_RIVAL);
    expect(await off.sense({ place: 'other-shop', entered: true })).to.deep.equal({
      kept: false,
      reason: 'not-needed',
    });
    expect(off.held().places).to.deep.equal([]);
    const on = stage();
    await on.sense(NEAR_RIVAL, true);
    expect(on.held().places).to.deep.equal(['other-shop']);
    await on.sense(NOWHERE, true);
    expect([...off.rows, ...on.rows]).to.deep.equal([]);
  });

  it('[W17] a moment and the weather are told to the worker and leave no row', async () => {
    const { sense: say, rows, held } = stage();
    await say({ moment: 'transit' });
    await say({ weather: { celsius: 28, sky: 'clear' } });
    expect(held()).to.deep.equal({
      moment: { value: 'transit', at: START },
      weather: { value: { sky: 'clear', celsius: 28 }, at: START, offset: 120 },
      places: [],
    });
    expect(rows).to.deep.equal([]);
  });
});
