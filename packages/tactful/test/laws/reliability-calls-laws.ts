import { expect } from 'chai';
import fc from 'fast-check';
import {
  asJson,
  canonicalJson,
  canonicalLog,
  compileCatalog,
  HOUR_MS,
  MINUTE_MS,
  type Event,
  type JsonObject,
} from '../../src/engine/index.js';
import { secondLook } from '../../src/engine/second-look.js';
import type { CallName, Calls, Outcome } from '../../src/worker/protocol.js';
import { bytesOf } from './bytes-of.js';
import type { Device, Planted, Tab } from './reliability-device.js';
import { BEGIN, onDevice, usually } from './reliability-law.js';
import { canary, DEPARTMENTS, OBJECTIONS, PURPOSE_IDS, SENT } from './reliability-shop.js';

/** What must hold for a device with a fault planted in it, or none; `runs` where fewer are enough. */
export type CallLaw = (planted?: Planted, runs?: number) => Promise<void>;

/** The seed stands in the message of what fails. */
async function hold<Values>(
  property: fc.IAsyncProperty<Values>,
  {
    inNode,
    inBrowser,
    runs,
  }: { readonly inNode: number; readonly inBrowser: number; readonly runs: number | undefined },
): Promise<void> {
  const usual = usually(inNode, inBrowser);
  await fc.assert(property, { seed: usual.seed, numRuns: runs ?? usual.runs, endOnFailure: runs !== undefined });
}

/** What a page does, told briefly: how far the clock goes on, and what is sent or said. */
type Deed = readonly [minutes: number, which: number];

const DEEDS = fc.array(fc.tuple(fc.nat(3000), fc.nat(SENT.length * 3 + OBJECTIONS.length - 1)), { maxLength: 10 });

/** The clock at a deed: the same for everybody who does the same. */
function setClock(device: Device, { deeds, n }: { readonly deeds: readonly Deed[]; readonly n: number }): void {
  const minutes = deeds.slice(0, n + 1).reduce((sum, [each]) => sum + each, n);
  device.setClock(BEGIN + HOUR_MS + minutes * MINUTE_MS);
}

async function agree(device: Device): Promise<Tab> {
  const tab = await device.openTab();
  for (const purpose of PURPOSE_IDS) await tab.choose({ [purpose]: 'in' });
  for (const value of DEPARTMENTS)
    await tab.say({ name: 'preference_stated', params: { facet: 'category', value, level: 2 } });
  return tab;
}

/** Does one deed; returns the id of the row that it left. */
async function act(
  device: Device,
  tab: Tab,
  { deed, n }: { readonly deed: Deed; readonly n: number },
): Promise<string> {
  const [, which] = deed;
  const objection = OBJECTIONS[which - SENT.length * 3];
  const [name, params]: readonly [string, JsonObject] = SENT[which % SENT.length]?.(canary(n), which) ?? ['login', {}];
  const receipt = await (objection
    ? tab.say({ name: 'never_stated', params: objection.params })
    : tab.track(name, params));
  return receipt.kept ? receipt.id : '';
}

async function valueOf<Value>(outcome: Promise<Outcome<Value>>): Promise<Value> {
  const told = await outcome;
  if (!told.ok) throw new Error(`${told.error.code}: ${told.error.message}`);
  return told.value;
}

const asked = (device: Device, n = 0) => ({ id: `law:d${String(n)}`, placement: 'home', now: device.now() }) as const;

/** rel I-22: a row that was forgotten is as if it had never been: the next decision is the same to the last bit. */
export const forgottenNeverWas: CallLaw = (planted = {}, runs) =>
  hold(
    fc.asyncProperty(DEEDS, fc.nat(9), async (deeds, which) => {
      const outcomes: string[] = [];
      const lived = async (device: Device, isWithout: boolean): Promise<void> => {
        const tab = await agree(device);
        for (const [n, deed] of deeds.entries()) {
          setClock(device, { deeds, n });
          const isIt = n === which % Math.max(1, deeds.length);
          const id = isIt && isWithout ? '' : await act(device, tab, { deed, n });
          if (isIt && id !== '') await valueOf(tab.call('forget', { selector: { ids: [id] }, now: device.now() }));
        }
        setClock(device, { deeds, n: deeds.length });
        await valueOf(tab.call('decide', asked(device)));
        const [record] = await valueOf(tab.call('decisions', { limit: 1 }));
        outcomes.push(bytesOf(record?.trace).replaceAll(new RegExp(`${tab.replica}:\\d+`, 'g'), 'row'));
      };
      await onDevice(planted, (device) => lived(device, false));
      await onDevice({}, (device) => lived(device, true));
      expect(outcomes[0]).to.equal(outcomes[1]);
    }),
    { inNode: 30, inBrowser: 2, runs },
  );

/** rel I-21, I-26: what was decided is decided again from its record and the rows, by whoever looks a second time. */
export const decidedAgain: CallLaw = (planted = {}, runs) =>
  hold(
    fc.asyncProperty(DEEDS, (deeds) =>
      onDevice(planted, async (device) => {
        const tab = await agree(device);
        for (const [n, deed] of deeds.entries()) {
          setClock(device, { deeds, n });
          await act(device, tab, { deed, n });
          const ask = asked(device, n);
          const { offers } = await valueOf(tab.call('decide', ask));
          const { trace, shop, memory } = await valueOf(tab.call('recall', { decisionId: ask.id }));
          const recall = { shop: { ...shop, catalog: compileCatalog(shop.catalog, shop.model) }, memory };
          expect(secondLook(trace, { recall }).compared).to.equal('same');
          expect(trace.decision.offers).to.deep.equal(offers);
        }
      }),
    ),
    { inNode: 25, inBrowser: 2, runs },
  );

const BEFORE_CONSENT: fc.Arbitrary<CallName> = fc.constantFrom<CallName>(
  'decide',
  'log',
  'profile',
  'export',
  'decisions',
  'tasks',
  'refresh',
);

/** rel I-15: before anything is agreed to no store is opened or made, whatever is tracked and asked. */
export const nothingBeforeConsent: CallLaw = (planted = {}, runs) =>
  hold(
    fc.asyncProperty(DEEDS, fc.array(BEFORE_CONSENT, { maxLength: 12 }), (deeds, calls) =>
      onDevice(planted, async (device) => {
        const tab = await device.openTab();
        for (const [n, deed] of deeds.entries()) expect(await act(device, tab, { deed, n })).to.equal('');
        for (const [n, name] of calls.entries()) {
          const argument = { ...asked(device, n), limit: 9 } as unknown;
          const told = await tab.call(name, argument as Parameters<Calls[typeof name]>[0]);
          expect(told.ok).to.equal(true);
        }
        expect(device.opened(), 'stores opened').to.equal(0);
        expect(await device.disk.exists(), 'a store was made').to.equal(false);
      }),
    ),
    { inNode: 30, inBrowser: 2, runs },
  );

const settledOf = (told: Promise<unknown>): { done: boolean } => {
  const state = { done: false };
  const end = (): void => {
    state.done = true;
  };
  told.then(end, end);
  return state;
};

/** rel I-24: in whatever order the disk answers, and where it fails once, every promise settles. */
export const everythingSettles: CallLaw = (planted = {}, runs) =>
  hold(
    fc.asyncProperty(fc.scheduler(), DEEDS, fc.nat(20), (scheduler, deeds, operation) =>
      onDevice(planted, async (device) => {
        const [one, other] = [await agree(device), await device.openTab()];
        device.pause(() => scheduler.schedule(Promise.resolve(), 'disk'));
        device.fail({ operation, when: operation % 2 === 0 ? 'before' : 'after', error: 'UnknownError' });
        const now = device.now();
        const promises: readonly Promise<unknown>[] = [
          ...deeds.map((deed, n) => act(device, n % 2 === 0 ? one : other, { deed, n })),
          one.call('decide', asked(device, 1)),
          other.call('decide', asked(device, 2)),
          one.call('export', { now }),
          other.call('forget', { selector: { item: canary(0) }, now }),
          one.choose({ words: 'out' }),
          other.call('erase', { keep: 'rules', now }),
          one.refresh(),
        ];
        const states = promises.map(settledOf);
        await scheduler.waitIdle();
        // What the disk answered last has to go through the calls that waited behind it.
        for (let turn = 0; turn < 50 && states.some(({ done }) => !done); turn++)
          await new Promise((resolve) => setTimeout(resolve, 0)).then(() => scheduler.waitIdle());
        expect(states.filter(({ done }) => !done).length, 'promises that wait for ever').to.equal(0);
      }),
    ),
    { inNode: 25, inBrowser: 0, runs },
  );

const told = (events: readonly Event[]): string =>
  canonicalJson(asJson(canonicalLog(events.filter(({ name }) => name !== 'log_imported'))));

const GARBAGE = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record({ format: fc.constant('tactful-export'), v: fc.constantFrom(0, 1, 2, 1e9), events: fc.jsonValue() })
    .map((value) => JSON.stringify(value)),
);

/** rel I-07: what is exported and imported is what it was; a second time changes nothing; garbage changes nothing. */
export const importIsIdentity: CallLaw = (planted = {}, runs) =>
  hold(
    fc.asyncProperty(DEEDS, GARBAGE, (deeds, garbage) =>
      onDevice(planted, async (device) => {
        const tab = await agree(device);
        for (const [n, deed] of deeds.entries()) await act(device, tab, { deed, n });
        const file = asJson(await valueOf(tab.call('export', { now: device.now() })));
        const text = JSON.stringify({ ...(file as JsonObject), profile: {} });
        const rows = told(await valueOf(tab.call('log', {})));
        const take = async (what: string): Promise<string> => {
          await tab.call('import', { text: what, now: device.now() });
          return told(await valueOf(tab.call('log', {})));
        };
        const before = Object.getOwnPropertyNames(Object.prototype).length;
        expect(await take(garbage), 'garbage').to.equal(rows);
        expect(Object.getOwnPropertyNames(Object.prototype).length, 'Object.prototype').to.equal(before);
        expect(await take(text), 'what is here already').to.equal(rows);
        await valueOf(tab.call('erase', { keep: 'nothing', now: device.now() }));
        await tab.refresh();
        for (const purpose of PURPOSE_IDS) await tab.choose({ [purpose]: 'in' });
        expect(await take(text), 'from one device to another').to.equal(rows);
        expect(await take(text), 'twice').to.equal(rows);
      }),
    ),
    { inNode: 25, inBrowser: 2, runs },
  );

/** rel I-20: what tactful asks the network for, and says to other tabs, does not depend on who the shopper is. */
export const nothingIsToldOutside: CallLaw = (planted = {}, runs) =>
  hold(
    fc.asyncProperty(DEEDS, DEEDS, async (mine, yours) => {
      const heard: string[][] = [];
      const { fetch } = globalThis;
      for (const deeds of [mine, yours]) {
        const asks: string[] = [];
        heard.push(asks);
        globalThis.fetch = (address) => {
          asks.push(address instanceof Request ? address.url : String(address));
          return Promise.reject(new TypeError('no network in a law'));
        };
        try {
          await onDevice(planted, async (device) => {
            const tab = await agree(device);
            for (const [n, deed] of deeds.entries()) await act(device, tab, { deed, n });
            for (let n = 0; n < 3; n++) await tab.call('decide', asked(device, n));
          });
        } finally {
          globalThis.fetch = fetch;
        }
      }
      expect(heard[0]).to.deep.equal(heard[1]);
      expect(heard[0]).to.deep.equal([]);
    }),
    { inNode: 25, inBrowser: 2, runs },
  );
