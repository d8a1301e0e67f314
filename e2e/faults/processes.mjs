// Browsers that are started on a profile folder and killed, with what they started.
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { launch } from '../launch.mjs';

const LAUNCH_TRIES = 5;
const DEATH_MS = 10_000;

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

/** State and parent of a process, as the kernel says them; nothing when it is gone. */
function processOf(pid) {
  const text = read(`/proc/${pid}/stat`);
  const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return text === '' ? undefined : { pid, state, parent: Number(parent) };
}

/** A process and everything below it. */
function familyOf(pid) {
  const all = readdirSync('/proc')
    .filter((name) => /^[0-9]+$/.test(name))
    .flatMap((name) => processOf(Number(name)) ?? []);
  const family = new Set([pid]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return [...family];
}

/** The processes below a Firefox that run pages. */
export const pageProcesses = (pid) => familyOf(pid).filter((one) => /\0tab\0*$/.test(read(`/proc/${one}/cmdline`)));

export const isGone = (browser) => browser.process().exitCode !== null || browser.process().signalCode !== null;

const isAlive = (pid) => !['Z', 'X', undefined].includes(processOf(pid)?.state);

/** Kills a browser and all it started, at once, and waits until none of them is left: one may hold a lock of the folder. */
export async function killBrowser(browser) {
  const { pid } = browser.process();
  const family = isGone(browser) ? [] : familyOf(pid);
  for (const one of family) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // gone by itself
    }
  }
  for (let waited = 0; waited < DEATH_MS && (family.some(isAlive) || !isGone(browser)); waited += 10) await wait(10);
}

/** Starts a browser on a folder that another one has just left; what drives it may be tidying up there still. */
export async function launchOn(userDataDir, engine, tries = LAUNCH_TRIES) {
  try {
    return await launch(engine, { userDataDir });
  } catch (error) {
    if (tries <= 1) throw error;
    await wait(200);
    return launchOn(userDataDir, engine, tries - 1);
  }
}
