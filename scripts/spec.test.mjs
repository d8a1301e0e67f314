// SPEC.md against the tests: every rule that a test cites is there, and every rule has a test.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { sourcesUnder } from './files-under.mjs';

const TESTS = ['packages', 'playground', 'extension', 'e2e', 'scripts'];
const RULE = /^\| ([A-Z]+[0-9]+) \|/gm;
const CITED = /[`'"]((?:\[[A-Z]+[0-9]+\] ?)+)/g;

const rulesIn = (spec) => [...spec.matchAll(RULE)].map(([, id]) => id);
const citedIn = (source) =>
  [...source.matchAll(CITED)].flatMap(([, ids]) => [...ids.matchAll(/[A-Z]+[0-9]+/g)].map(([id]) => id));

/** What does not fit: ids of the tests without a rule, rules without a test, rules twice. */
function mismatches(spec, sources) {
  const rules = rulesIn(spec);
  const known = new Set(rules);
  const cited = new Set(sources.flatMap(citedIn));
  return {
    unknown: [...cited].filter((id) => !known.has(id)),
    untested: rules.filter((id) => !cited.has(id)),
    twice: rules.filter((id, index) => rules.indexOf(id) !== index),
  };
}

const NOTHING = { unknown: [], untested: [], twice: [] };

describe('SPEC.md', () => {
  it('[A1] has every rule that a test cites, and no rule without a test', () => {
    // what several adapters share is a suite as well
    const files = ['.test.ts', '.test.mjs', '-contract.ts'].flatMap((end) => sourcesUnder(TESTS, end));
    const sources = files.map((file) => readFileSync(file, 'utf8'));
    assert.ok(sources.length > 20, 'the tests were not found');
    assert.deepEqual(mismatches(readFileSync('SPEC.md', 'utf8'), sources), NOTHING);
  });

  it('[A1] planted fault: an unknown, an untested and a doubled rule are seen', () => {
    const spec = '| Z1 | one |\n| Z2 | two |\n| Z2 | again |\n';
    const source = "it('[" + "Z1] works', () => {});\nit('[" + "Z9] is nowhere', () => {});";
    assert.deepEqual(mismatches(spec, [source]), { unknown: ['Z9'], untested: ['Z2', 'Z2'], twice: ['Z2'] });
  });
});
