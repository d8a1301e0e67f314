import { readFileSync } from 'node:fs';
import { sourcesUnder } from './files-under.mjs';

const SOURCES = 'packages/tactful/src';
const RULES = [
  'engine/permission',
  'engine/situation',
  'engine/exclusion',
  'engine/exclusion-context',
  'engine/lot-rules',
  'engine/judge',
  'engine/binding-silence',
  'engine/decide',
  'engine/caps',
  'engine/suppress',
  'engine/slate',
  'engine/silence-utility',
  'engine/slot-price',
  'engine/offer-kind',
  'engine/offer-lots',
  'engine/has-room',
  'engine/ledger-contacts',
  'worker/reserve-decision',
].map((name) => `${SOURCES}/${name}`);

/** Of the store in memory the ledger: the rest of it is judged by the tests of both stores, in a browser. */
const STORE = `${SOURCES}/storage/memory-store.ts`;

function ledgerLines() {
  const lines = readFileSync(STORE, 'utf8').split('\n');
  const [from, to] = ['    reserve: ', '    saveDecision: '].map((start) =>
    lines.findIndex((l) => l.startsWith(start)),
  );
  if (from < 0 || to < from) throw new Error(`${STORE}: where is the ledger?`);
  return `${STORE}:${from + 1}-${to}`;
}

/** Whose mutants must be found out: permission, exclusion, ledger and choice. */
export const mutated = () => [...RULES.map((name) => `${name}.ts`), ledgerLines()];

/** Tests of their neighbours that the rules are judged by as well. */
const NEIGHBOURS = ['gift', 'grounds', 'promises-of-silence', 'question-offer', 'tell-me'].map(
  (name) => `${SOURCES}/engine/${name}`,
);

/** The tests that must find them out: those beside, `permission.test.ts` as well as `permission-rules.test.ts`. */
export const judges = () =>
  sourcesUnder([SOURCES], '.test.ts').filter((file) =>
    [...RULES, ...NEIGHBOURS, STORE.slice(0, -3)].some(
      (name) => file === `${name}.test.ts` || file === `${name}-rules.test.ts`,
    ),
  );

/** The program of those tests, in the copy that Stryker works on. */
export const BUNDLE = '.build/mutants.mjs';
