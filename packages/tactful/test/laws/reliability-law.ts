import fc from 'fast-check';
import type { Check } from './reliability-checks.js';
import { agrees, alreadyAgreed, opens, type Step } from './reliability-commands.js';
import { newDevice, type Device, type Planted } from './reliability-device.js';
import { browserDisk, memoryDisk } from './reliability-disk.js';
import { newModel } from './reliability-model.js';
import { SHOP } from './reliability-shop.js';
import { newReplica } from '../../src/storage/index.js';

/** How often, and from where. */
export interface Tried {
  readonly runs: number;
  readonly seed: number;
  readonly path?: string;
}

const SEED = 20_261_127;
const IN_BROWSER = 'document' in globalThis;

/** The memory adapter in Node, IndexedDB in a browser. */
export function newDisk(): ReturnType<typeof memoryDisk> {
  const scope = `law-${newReplica()}`;
  return IN_BROWSER ? browserDisk(scope) : memoryDisk(scope);
}

/** Few and always the same, so that one commit has one result; as many new ones as wanted where that was said (TACTFUL_RUNS). */
export function usually(inNode: number, inBrowser: number): Tried {
  const { numRuns } = fc.readConfigureGlobal();
  if (numRuns === undefined) return { runs: IN_BROWSER ? inBrowser : inNode, seed: SEED };
  return { runs: numRuns, seed: Date.now() % 2 ** 31 };
}

/** When everything begins. */
export const BEGIN: number = Date.UTC(2026, 4, 12, 10);

/** A new device; it ends with the work on it. */
export async function onDevice(planted: Planted, work: (device: Device) => Promise<void>): Promise<void> {
  const device = newDevice(newDisk(), { shop: SHOP, planted, at: BEGIN });
  try {
    await work(device);
  } finally {
    await device.end();
  }
}

/** A law about what may happen to a device, in any order. */
export interface DeviceLaw {
  readonly checks: readonly Check[];
  readonly steps: readonly fc.Arbitrary<Step>[];
  /** Runs in Node and in a browser. */
  readonly runs: readonly [inNode: number, inBrowser: number];
  /** Seeds that once failed, with the path where they did. */
  readonly kept?: readonly Pick<Tried, 'seed' | 'path'>[];
}

function propertyOf({ checks, steps }: DeviceLaw, planted: Planted): fc.IAsyncProperty<[boolean, unknown]> {
  const commands = fc.commands([opens, agrees, ...steps], { maxCommands: 24, size: 'max' });
  const begun = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
  return fc.asyncProperty(begun, commands, (agreed, tried) =>
    onDevice(planted, async (device) => {
      const model = newModel(BEGIN);
      if (agreed) await alreadyAgreed(model, device);
      await fc.asyncModelRun(() => ({ model, real: { device, checks } }), tried);
    }),
  );
}

/** Tries a law on the device as it is shipped; the seed stands in the message of what fails. */
export async function holdsOnDevices(law: DeviceLaw): Promise<void> {
  const [inNode, inBrowser] = law.runs;
  for (const { seed, path } of law.kept ?? [])
    await fc.assert(propertyOf(law, {}), { seed, numRuns: 1, ...(path === undefined ? {} : { path }) });
  const { runs, seed } = usually(inNode, inBrowser);
  await fc.assert(propertyOf(law, {}), { numRuns: runs, seed });
}

/** A law that lets a planted fault pass would prove nothing. In a browser a run takes longer, so there are fewer. */
export async function catches(law: DeviceLaw, planted: Planted, inBrowser = 40): Promise<void> {
  const found = await fc.check(propertyOf(law, planted), {
    numRuns: IN_BROWSER ? inBrowser : 400,
    seed: SEED,
    endOnFailure: true,
  });
  if (!found.failed) throw new Error('the planted fault was not caught');
}
