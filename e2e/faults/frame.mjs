// What the parts of `npm run faults` have in common. A part is a module beside this one that exports `name` and `run`.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { browserPath, wantedBrowsers } from '../../scripts/browsers.mjs';

const PARTS = import.meta.dirname;
const RESULTS = path.resolve('.build/faults');
const SEEDS = path.join(PARTS, 'failing-seeds.json');

/** The folder whose `dist` holds the built library that the parts work on; another one where TACTFUL_BUILT names it. */
export const built = () => path.resolve(process.env.TACTFUL_BUILT || 'packages/tactful');

/**
 * Every part, by name. `engines` may hold `node`. `sizes.short` and `sizes.long` may hold one size for each engine. `skip`,
 * where a part has it, says why it can't run here, or nothing. `isTimed`: it shows how long something takes, so that
 * nothing else runs beside it.
 */
export async function findParts() {
  const files = readdirSync(PARTS).filter((file) => file.endsWith('.mjs'));
  const modules = await Promise.all(
    files.map(async (file) => ({ file: path.join(PARTS, file), ...(await import(`./${file}`)) })),
  );
  return modules
    .filter(({ name, run }) => typeof name === 'string' && typeof run === 'function')
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The engines a part runs in here: those of its list that BROWSERS names (`wanted` where it names none) and that are there. */
export function enginesOf(part, wanted) {
  const named = wantedBrowsers(process.env.BROWSERS || wanted);
  return part.engines.filter((engine) => engine === 'node' || (named.includes(engine) && browserPath(engine)));
}

/** Numbers in [0, 1) from a seed: the same seed, the same numbers. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Seeds under which a part failed once, kept for ever. */
const failingSeeds = (name) => JSON.parse(readFileSync(SEEDS, 'utf8'))[name] ?? [];

/** A seed for each of so many laps: first those under which the part failed once, and at least one of its own. */
export function lapSeeds(name, { seed, laps }) {
  const random = randomFrom(seed);
  const kept = failingSeeds(name).slice(0, laps - 1);
  return [...kept, ...Array.from({ length: laps - kept.length }, () => Math.floor(random() * 2 ** 31))];
}

function keepSeed(name, seed) {
  const all = JSON.parse(readFileSync(SEEDS, 'utf8'));
  const seeds = [...new Set([...(all[name] ?? []), seed])];
  writeFileSync(SEEDS, `${JSON.stringify({ ...all, [name]: seeds }, undefined, 2)}\n`);
}

function fingerprint(part, size) {
  const hash = createHash('sha256').update(readFileSync(part.file)).update(JSON.stringify(size));
  const dist = path.join(built(), 'dist');
  for (const file of readdirSync(dist).sort()) {
    if (file.endsWith('.js')) hash.update(file).update(readFileSync(path.join(dist, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function readKept(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined; // none yet, or one that was torn: begun anew
  }
}

/** Results so far. They count only for the same build, the same part and the same size. */
function keptIn(file, made) {
  const before = readKept(file);
  const content = before?.made === made ? before : { made, values: {} };
  return {
    get: (key) => content.values[key],
    set: (key, value) => {
      content.values[key] = value;
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(content));
      renameSync(`${file}.new`, file);
    },
  };
}

const MINUTE = 60_000;

/** A line of progress, at most one a minute: on stderr, for results are on stdout. */
function newProgress(label) {
  let said = Date.now();
  return (done, of, what) => {
    if (Date.now() - said < MINUTE) return;
    said = Date.now();
    console.error(`${label}: ${done} of ${of} ${what}`);
  };
}

const IGNORED = { get: () => undefined, set: () => undefined };

/**
 * Runs one part in one engine, and its control. What was shown before counts where it is still true. `resume: false`
 * keeps nothing.
 */
export async function runPart(part, { engine, size, seed, resume = true }) {
  const label = `${part.name} (${engine})`;
  const file = path.join(RESULTS, `${part.name}-${engine}.json`);
  const kept = resume ? keptIn(file, fingerprint(part, size)) : IGNORED;
  const begun = Date.now();
  const chosen = kept.get('seed') ?? seed;
  kept.set('seed', chosen);
  const asked = { engine, size, seed: chosen, progress: newProgress(label) };
  const once = async (key, work) => {
    const known = kept.get(key);
    if (known) return known;
    const { figures } = await work();
    kept.set(key, figures);
    return figures;
  };
  const figures = await once('figures', () =>
    part.run({ ...asked, kept, failing: (failed) => keepSeed(part.name, failed) }),
  );
  const control = part.control ? await once('control', () => runControl(part, asked)) : [];
  const seconds = (Date.now() - begun) / 1000;
  const ok = figures.length > 0 && figures.every((figure) => figure.ok) && noticed(control);
  return { part: part.name, engine, seed: chosen, figures, control, ok, seconds };
}

/** Lets go of the results of a part: the whole command has ended, and the next one begins anew. */
export const forgetPart = ({ part, engine }) => rmSync(path.join(RESULTS, `${part}-${engine}.json`), { force: true });

/** The figures of a part with its defence taken away. */
export const runControl = (part, asked) => part.control({ kept: IGNORED, failing: () => undefined, ...asked });

/** Whether a control fails, as it must; a part without one is not shown. */
export const noticed = (control) => control.some((figure) => !figure.ok);

/** The size of a part in an engine, which may have one of its own; `cycles` of another number where it counts in cycles. */
export function sizeOf(part, engine, { short, cycles } = {}) {
  const all = short ? part.sizes.short : part.sizes.long;
  const size = all[engine] ?? all;
  return cycles === undefined || !('cycles' in size) ? size : { ...size, cycles };
}
