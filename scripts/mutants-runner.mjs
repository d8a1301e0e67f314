// A test runner for Stryker: all tests are one program, loaded once a process, and a mutant is judged by those tests
// alone that came by it. A process for each mutant would take ten times as long.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE } from './mutants-config.mjs';

// What the mutants in the program look at.
const mutants = (globalThis.__stryker__ ??= {});
const [SUCCESS, FAILED] = [0, 1];

let loads = 0;

/** The tests of the program, read anew: the modules of the last time stay as they are. */
async function load() {
  globalThis.testsToRun = [];
  await import(`${pathToFileURL(path.resolve(BUNDLE))}?${(loads += 1)}`);
  return globalThis.testsToRun.map((test, index) => ({ ...test, id: String(index) }));
}

/** What a test failed with, if it failed. */
async function failureOf({ id, body }) {
  mutants.currentTestId = id;
  try {
    await body();
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    mutants.currentTestId = undefined;
  }
}

async function resultOf(test) {
  const begun = performance.now();
  const failure = await failureOf(test);
  const { id, name } = test;
  const read = { id, name, timeSpentMs: performance.now() - begun };
  return failure === undefined ? { ...read, status: SUCCESS } : { ...read, status: FAILED, failureMessage: failure };
}

class BundleRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.tests = await load();
  }

  async dryRun() {
    // What is worked out while loading belongs to no test, and must be counted while loading.
    this.tests = await load();
    const tests = [];
    for (const test of this.tests) tests.push(await resultOf(test));
    return { status: 'complete', tests, mutantCoverage: mutants.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit }) {
    if (mutantActivation === 'static') mutants.activeMutant = activeMutant.id;
    try {
      Object.assign(mutants, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
      const loaded = mutantActivation === 'static' ? await load() : this.tests;
      mutants.activeMutant = activeMutant.id;
      return await this.judge(loaded.filter(({ id }) => testFilter?.includes(id) ?? true));
    } catch (error) {
      // The program does not even load with it.
      return { status: 'killed', killedBy: [], failureMessage: String(error), nrOfTests: 0 };
    } finally {
      mutants.activeMutant = undefined;
    }
  }

  async judge(tests) {
    for (const [index, test] of tests.entries()) {
      const failureMessage = await failureOf(test);
      if (mutants.hitCount > mutants.hitLimit) return { status: 'timeout', reason: failureMessage };
      if (failureMessage !== undefined)
        return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests: index + 1 };
    }
    return { status: 'survived', nrOfTests: tests.length };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'bundle', injectableClass: BundleRunner }];
