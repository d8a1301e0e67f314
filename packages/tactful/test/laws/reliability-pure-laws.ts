import { expect } from 'chai';
import fc from 'fast-check';
import type { openingConsent } from '../../src/client/opening-consent.js';
import {
  compileCatalog,
  DAY_MS,
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  HOUR_MS,
  overallSpent,
  offerSpent,
  type Contact,
  type ConsentStates,
} from '../../src/engine/index.js';
import { GARDEN_SHOP } from '../garden-shop.js';
import { worlds } from '../arbitraries.js';
import { decideIn, ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law, type Trial } from './law.js';

/** Fewer runs than laws that are cheaper; as many as wanted where that was said. */
function trialOf(trial: Trial | undefined): Trial | undefined {
  const { numRuns } = fc.readConfigureGlobal();
  return trial ?? (numRuns === undefined ? { runs: 'document' in globalThis ? 50 : 150, seed: 20_261_127 } : undefined);
}

const SHOP = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const BEGIN = 20_000 * DAY_MS;

/** What the caps of a page rest on. */
export interface Spending {
  readonly overall: typeof overallSpent;
  readonly offer: typeof offerSpent;
}

/** The shipped spending. */
export const SPENDING: Spending = { overall: overallSpent, offer: offerSpent };

const contactAt = (hour: number, n: number): Contact => ({
  decisionId: `d${String(n)}`,
  offerId: 'hose',
  at: BEGIN + hour * HOUR_MS,
  promotional: true,
});

/** rel I-10: one contact more, or a cap that is lower, never lets anything be shown sooner. */
export const countsNeverFall: Law<Spending> = (spending, trial) =>
  hold(
    fc.property(
      fc.array(fc.nat(400), { maxLength: 10 }),
      fc.nat(400),
      fc.record({ cap: fc.integer({ min: 1, max: 4 }), period: fc.constantFrom('PT1H', 'P1D', 'P7D') }),
      (hours, one, cap) => {
        const [offer] = SHOP.offers;
        if (!offer) return;
        const at = BEGIN + 400 * HOUR_MS;
        const until = (contacts: readonly Contact[], most: number): number => {
          const caps = [{ ...cap, cap: most }];
          const policy = { ...DEFAULT_POLICY, inbound: { perVisit: 99, caps }, sameOffer: caps };
          const overall = spending.overall(contacts, { policy, at, visitStartedAt: 0 })?.until ?? 0;
          return Math.max(overall, spending.offer(contacts, { policy, at, offer, invited: false })?.until ?? 0);
        };
        const before = hours.map(contactAt);
        const known = until(before, cap.cap);
        expect(until([...before, contactAt(one, 99)], cap.cap)).to.be.at.least(known);
        expect(until(before, cap.cap - 1)).to.be.at.least(known);
      },
    ),
    trialOf(trial),
  );

/** rel I-10: an offer that was waved away once more is not shown sooner for it. */
export const dismissingNeverShows: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(worlds(), fc.nat(8), (world, which) => {
      const offer_id = `o${String(which)}`;
      const isShown = (log: typeof world.log): boolean =>
        decideIn({ ...world, log }, engine).decision.offers.some(({ offerId }) => offerId === offer_id);
      fc.pre(!isShown(world.log));
      const { at, offset } = world.now;
      const params = { offer_id, decision_id: 'd0' };
      const row = {
        id: 'zz:1',
        at,
        offset,
        name: 'offer_dismissed',
        origin: 'observed',
        purpose: 'personalization',
        params,
        v: 1,
      } as const;
      expect(isShown([...world.log, row])).to.equal(false);
    }),
    trialOf(trial),
  );

const STATE = fc.constantFrom('in' as const, 'out' as const, 'pending' as const);
/** What a browser, or something in it, may answer: only a plain "no" is one. */
const SIGNALS = fc.constantFrom<unknown>(true, 'true', 'false', 1, 0, '', Number.NaN, {}, false, undefined, 'throws');

function withSignal<Value>(signal: unknown, work: () => Value): Value {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  const get = (): unknown => {
    if (signal === 'throws') throw new Error('no answer');
    return { globalPrivacyControl: signal };
  };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, get });
  try {
    return work();
  } finally {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  }
}

/** rel I-14: what page, store and browser say of consent is read as the strictest of them says; in doubt, as a "no". */
export const theStrictestCounts: Law<typeof openingConsent> = (opening, trial) =>
  hold(
    fc.property(STATE, STATE, SIGNALS, fc.boolean(), (said, known, signal, byHand) => {
      const consent: ConsentStates = { a: known };
      const history = byHand
        ? [
            {
              purpose: 'a',
              state: 'in' as const,
              at: 0,
              offset: 0,
              textHash: '0',
              mechanism: 'element',
              version: '1',
              gpc: true as const,
            },
          ]
        : [];
      const purposes = [{ id: 'a', why: '', forShopper: '', basis: 'consent', signals: [], uses: [] }] as const;
      const changes = withSignal(signal, () => opening({ purposes, consent: { a: said } }, { consent, history }));
      const now = changes['a'] ?? known;
      const objected = signal !== false && signal !== undefined;
      if (known === 'out') expect(now, 'a refusal stays').to.equal('out');
      if (said === 'out') expect(now, 'the page says no').to.equal('out');
      if (objected && !(byHand && known === 'in')) expect(now, 'the browser objects').to.not.equal('in');
      if (now === 'in' && known !== 'in') expect(said).to.equal('in');
    }),
    trialOf(trial),
  );

/** Broken ones, each of which one of the laws must catch. */
export const PURE_FAULTS = {
  countsEvenContactsOnly: {
    ...SPENDING,
    overall: (contacts, limits) => (contacts.length % 2 === 0 ? overallSpent(contacts, limits) : undefined),
    offer: () => undefined,
  } satisfies Spending,
  /** Shows whatever is liked as soon as anything was waved away. */
  takesDismissalsForInterest: {
    ...ENGINE,
    decide: (input) => {
      const { folded } = input;
      if (folded.dismissed.size === 0) return decide(input);
      return decide({
        ...input,
        folded: { ...folded, dismissed: new Map(), mode: { value: 'show_me', at: 0, id: 'x' } },
      });
    },
  } satisfies Engine,
  believesThePage: ((options) => options.consent) satisfies typeof openingConsent,
};
