import { expect } from 'chai';
import fc from 'fast-check';

/** How often a law is tried, and from where; without a seed each time from elsewhere. */
export interface Trial {
  readonly runs: number;
  readonly seed?: number;
  /** Whether the first failure is enough: nobody reads the smallest counterexample of a fault that was planted. */
  readonly unshrunk?: boolean;
}

/** What must hold for every subject: throws with the smallest counterexample when it does not. */
export type Law<Subject> = (subject: Subject, trial?: Trial) => void;

const SEED = 20_250_507;

/**
 * 2,000 runs in Node and 200 in a browser, always the same ones: one commit, one result. Where a
 * number of runs was set for all (`npm run laws -- --runs N`), that many, each time new ones.
 */
function usualTrial(): Trial {
  const { numRuns } = fc.readConfigureGlobal();
  return numRuns === undefined ? { runs: 'document' in globalThis ? 200 : 2000, seed: SEED } : { runs: numRuns };
}

/** Tries a property; throws with the seed and the smallest counterexample. */
export function hold<Values>(property: fc.IProperty<Values>, trial: Trial = usualTrial()): void {
  const { runs, seed, unshrunk = false } = trial;
  fc.assert(property, { numRuns: runs, endOnFailure: unshrunk, ...(seed === undefined ? {} : { seed }) });
}

/** A law that lets a planted fault pass would prove nothing. */
export function expectFault<Subject>(law: Law<Subject>, fault: Subject): void {
  expect(() => law(fault, { runs: 2000, seed: SEED, unshrunk: true })).to.throw('Property failed after');
}
