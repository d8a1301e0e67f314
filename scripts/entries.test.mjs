// What the package offers: the names of each entry, and that importing one in Node touches nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';

const ENTRIES = {
  index: ['TactfulError', 'createTactful', 'currentTactful', 'onConsentOpen'],
  engine: [
    'CHOICE_REASONS',
    'CONTACT_EVENT_NAMES',
    'CONTEXT_EVENT_NAMES',
    'ConditionError',
    'DAY_MS',
    'DEFAULT_MODEL',
    'DEFAULT_POLICY',
    'ENDED_BY',
    'ENGINE_VERSION',
    'EVENT_WEIGHTS',
    'GA4_EVENT_NAMES',
    'HOUR_MS',
    'LANGUAGES',
    'LEAVE_DEFAULT_REASONS',
    'LEAVE_EMPTY_REASONS',
    'LONG_VIEW',
    'MINUTE_MS',
    'NOTHING',
    'OFFER_CLASSES',
    'OFFER_ONLY_VERDICTS',
    'REASON_CODES',
    'RELATION_EVENT_NAMES',
    'RETENTION',
    'SECOND_MS',
    'SIGNAL_GROUPS',
    'SILENCE_REASONS',
    'SLOT_NAMES',
    'STATED_EVENT_NAMES',
    'VISIT_GAP_MS',
    'VISIT_LIMIT',
    'accountFor',
    'addAnchored',
    'admitOwn',
    'admitTracked',
    'aliveProbability',
    'allowedPurpose',
    'asJson',
    'betaBelow',
    'canonicalJson',
    'canonicalLog',
    'categoryPrefixes',
    'compareEvents',
    'compileCatalog',
    'compileCondition',
    'conditionAttributes',
    'currencyExponent',
    'decayFactor',
    'decide',
    'defaultPurposes',
    'durationMs',
    'evidenceKey',
    'exp',
    'exp2',
    'expectedPurchases',
    'expectedSpend',
    'expiredIds',
    'explainDecision',
    'fingerprint',
    'foldLog',
    'gapQuantile',
    'gapSurvival',
    'growingFold',
    'harmOf',
    'hypergeometric',
    'isContact',
    'isEventName',
    'isPromotional',
    'isTracked',
    'itemCategories',
    'leaveOf',
    'ln',
    'lnGamma',
    'localDay',
    'localText',
    'missedRun',
    'nextNeeds',
    'offerScore',
    'offerSpent',
    'offerUtility',
    'originOf',
    'overallSpent',
    'parseMoment',
    'productId',
    'profileView',
    'readAffinities',
    'readAnchored',
    'readCatalog',
    'readModel',
    'readStatement',
    'readTaste',
    'retentionClass',
    'sentence',
    'sentenceFrom',
    'shopperCanEnd',
    'sigmoid',
    'signalGroup',
    'silentTrace',
    'staying',
    'surpriseBits',
    'toMinorUnits',
    'utilityBasis',
    'visitAt',
    'wordAccount',
  ],
};

// Every name that a page has and Node may not touch throws when it is looked at.
const GUARDED = [
  'window',
  'document',
  'location',
  'indexedDB',
  'localStorage',
  'BroadcastChannel',
  'Worker',
  'customElements',
  'caches',
];

/** Imports a file in a Node of its own, in which the names of a page throw; prints the names it exports. */
function namesIn(file) {
  const script = `
    for (const name of ${JSON.stringify(GUARDED)}) {
      Object.defineProperty(globalThis, name, { configurable: true, get() { throw new Error('touched ' + name); } });
    }
    const before = Object.getOwnPropertyNames(globalThis).length;
    const entry = await import(${JSON.stringify(new URL(`../packages/tactful/dist/${file}`, import.meta.url).href)});
    if (Object.getOwnPropertyNames(globalThis).length !== before) throw new Error('left a global behind');
    console.log(JSON.stringify(Object.keys(entry).sort()));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

describe('the package', () => {
  for (const [entry, names] of Object.entries(ENTRIES)) {
    it(`[A2] exports exactly these names from ${entry}, and touches no global in Node`, () => {
      assert.deepEqual(namesIn(`${entry}.js`), [...names].sort());
    });
  }

  it('[A2] planted fault: an entry that needs a page is seen', () => {
    assert.throws(() => namesIn('elements.js'));
  });
});
