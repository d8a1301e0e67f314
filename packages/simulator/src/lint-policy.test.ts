import { expect } from 'chai';
import { CHANNELS, DEFAULT_POLICY, DEVIATIONS, OFFER_CLASSES, type JsonObject } from 'tactful/engine';
import { lintPolicy } from './lint-policy.js';

/** Where the one cap that is looser stands; elsewhere the field itself is named. */
const FIRST = '[0]';

interface Alone {
  /** Empty where what is shipped is already the loosest that there is. */
  readonly looser: readonly unknown[];
  readonly tighter: readonly unknown[];
  readonly below?: typeof FIRST;
}

const cap = (most: number, period: string): JsonObject => ({ cap: most, period });
const more = (usual: number): Alone => ({ looser: [usual + 0.01, usual + 500], tighter: [usual, usual - 0.01] });
const less = (usual: number): Alone => ({ looser: [usual - 0.01, -500], tighter: [usual, usual + 0.01] });
const shorter = (usual: string, same: string): Alone => ({ looser: ['PT0S', 'PT1M'], tighter: [usual, same, 'P90D'] });

/** Every field of a policy with what is looser and what is tighter than shipped. */
const ALONE: Readonly<Record<string, Alone>> = {
  'inbound.perVisit': more(3),
  'inbound.caps': { looser: [[cap(11, 'P7D')]], tighter: [[cap(9, 'P7D')], [cap(20, 'P14D')]], below: FIRST },
  'interrupt.perVisit': more(0),
  'interrupt.caps': { looser: [[cap(99, 'P1D')]], tighter: [[cap(1, 'P7D')]], below: FIRST },
  'outbound.caps': { looser: [[cap(100, 'P1D')]], tighter: [[cap(1, 'P30D')], [cap(0, 'P1D')]], below: FIRST },
  byChannel: { looser: [], tighter: [{}, { call: [cap(50, 'P1D')] }] },
  everything: { looser: [], tighter: [[], [cap(50, 'P1D')]] },
  sameOffer: { looser: [[cap(4, 'P7D')], [cap(7, 'P14D')]], tighter: [[cap(6, 'P14D')]], below: FIRST },
  'cooldown.sameOffer': shorter('P60D', 'PT1440H'),
  'cooldown.sameCategory': shorter('P14D', 'P2W'),
  hushAfterPurchase: shorter('PT30M', 'PT1800S'),
  taskFocus: shorter('PT15M', 'PT900S'),
  'satiation.halfLifeDays': less(14),
  'satiation.gate': more(0.5),
  'wear.halfLifeDays': less(7),
  'wear.gate': more(5),
  'relevance.minEvidence': less(0.5),
  'relevance.minFit': less(-0.2),
  'rhythm.alertBelow': more(0.02),
  'rhythm.minGaps': less(4),
  'rhythm.minVisits': less(5),
  'rhythm.minYearlyValue': less(500),
  'rhythm.cooldown': shorter('P14D', 'P2W'),
  'rhythm.due': {
    looser: [
      [0.34, 0.85],
      [0.35, 0.86],
    ],
    tighter: [[0.4, 0.8]],
  },
  quietHours: { looser: [[], [{ from: '21:01', to: '09:00' }]], tighter: [[{ from: '20:00', to: '10:00' }]] },
  classes: { looser: [], tighter: [[], [...OFFER_CLASSES].reverse(), ['inform']] },
  channels: { looser: [], tighter: [[], ['slot']] },
  bans: {
    looser: [[], DEFAULT_POLICY.bans.slice(1)],
    tighter: [[...DEFAULT_POLICY.bans, 'outbound_promotion']],
  },
  deviation: { looser: [], tighter: [...DEVIATIONS] },
  exploration: more(0.1),
  strikesToRecovery: more(2),
  rivals: { looser: [true], tighter: [false] },
};

/** Paths of what is no group of fields; a table that is shipped empty is one field. */
const pathsIn = (shipped: object, path = ''): readonly string[] =>
  Object.entries(shipped).flatMap(([name, value]: [string, unknown]) => {
    const isGroup =
      typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
    return isGroup ? pathsIn(value, `${path}${name}.`) : [`${path}${name}`];
  });

const FIELDS = pathsIn(DEFAULT_POLICY);

const only = (path: string, value: unknown): unknown =>
  path.split('.').reduceRight((inner, key) => ({ [key]: inner }), value);

const told = (policy: unknown): readonly string[] => lintPolicy(policy).map(({ rule, path }) => `${rule} ${path}`);

const JUNK: readonly unknown[] = [null, 'x', '', true, -1, {}, { cap: 1 }, [], [null], [[]], ['x'], [{}], [7, 'P7D']];

/** A list without members is no junk where members may be left out; an empty list of caps is looser, which S151 tells. */
const MAY_BE_EMPTY = new Set(
  Object.keys(ALONE).filter((path) => /caps|sameOffer|everything|classes|channels/.test(path)),
);

describe('the check of a policy', () => {
  it('[S150] the shipped policy passes, and so does nothing at all', () => {
    expect([told(DEFAULT_POLICY), told({}), told(undefined)]).to.deep.equal([[], [], []]);
  });

  it('[S150] every field of the shipped policy is held against it', () => {
    expect(Object.keys(ALONE)).to.deep.equal(FIELDS);
    const open = FIELDS.filter((path) => ALONE[path]?.looser.length === 0);
    // no cap is shipped, or all that there is
    expect(open).to.deep.equal(['byChannel', 'everything', 'classes', 'channels', 'deviation']);
  });

  for (const path of FIELDS) {
    const { looser = [], tighter = [], below = '' } = ALONE[path] ?? {};

    it(`[S150] ${path} is found where it alone is looser, and passes where it is tighter`, () => {
      for (const value of looser) {
        const [finding, ...others] = lintPolicy(only(path, value));
        expect(others, JSON.stringify(value)).to.deep.equal([]);
        expect({ ...finding, found: '', fix: '' }).to.deep.equal({
          rule: 'policy-above-norm',
          level: 'error',
          path: `policy.${path}${below}`,
          found: '',
          fix: '',
        });
      }
      for (const value of tighter) expect(told(only(path, value)), JSON.stringify(value)).to.deep.equal([]);
    });

    it(`[S153] what does not belong in ${path} is told with what does, and nothing throws`, () => {
      const fits = new Set(
        [...(MAY_BE_EMPTY.has(path) ? [[]] : []), ...looser, ...tighter].map((each) => JSON.stringify(each)),
      );
      const isNumber = typeof looser[0] === 'number';
      for (const junk of JUNK.filter((each) => !fits.has(JSON.stringify(each)) && !(isNumber && each === -1))) {
        const findings = lintPolicy(only(path, junk));
        expect(findings.length, JSON.stringify(junk)).to.be.above(0);
        for (const { rule, fix } of findings) expect([rule, fix === '']).to.deep.equal(['policy-schema', false]);
      }
    });
  }

  it('[S151] every shipped cap needs one that keeps it, in proportion', () => {
    const outbound = (...caps: readonly JsonObject[]): readonly string[] => told({ outbound: { caps } });
    expect(outbound(cap(1, 'P7D'))).to.deep.equal(['policy-above-norm policy.outbound.caps']);
    expect(outbound(cap(1, 'P1D'))).to.deep.equal(['policy-above-norm policy.outbound.caps']);
    expect(outbound(cap(1, 'P1D'), cap(2, 'P30D'))).to.deep.equal([]);
    expect(outbound(cap(1, 'PT0S'))).to.deep.equal(['policy-above-norm policy.outbound.caps']);
    expect(outbound(cap(2, 'P7D'), cap(3, 'P30D'))).to.deep.equal([
      'policy-above-norm policy.outbound.caps[0]',
      'policy-above-norm policy.outbound.caps[1]',
    ]);
    for (const path of ['inbound.caps', 'interrupt.caps', 'outbound.caps', 'sameOffer'])
      expect(told(only(path, []))).to.deep.equal([`policy-above-norm policy.${path}`]);
  });

  it('[S152] quiet hours pass where they cover the shipped ones, however they are written', () => {
    const quiet = (...quietHours: readonly JsonObject[]): number => lintPolicy({ quietHours }).length;
    const week = [1, 2, 3, 4, 5, 6, 7];
    expect(quiet({ from: '21:00', to: '24:00' }, { from: '00:00', to: '09:00' })).to.equal(0);
    expect(quiet({ from: '00:00', to: '00:00' })).to.equal(0);
    expect(quiet({ from: '21:00', to: '09:00', days: week })).to.equal(0);
    expect(quiet({ from: '21:00', to: '09:00' }, { from: '12:00', to: '13:00', days: [7] })).to.equal(0);
    for (const left of week)
      expect(quiet({ from: '21:00', to: '09:00', days: week.filter((day) => day !== left) })).to.equal(1);
    expect(quiet({ from: '21:00', to: '09:00', channels: CHANNELS })).to.equal(0);
    for (const left of CHANNELS)
      expect(quiet({ from: '21:00', to: '09:00', channels: CHANNELS.filter((each) => each !== left) })).to.equal(1);
    expect(quiet({ from: '21:00', to: '08:59' })).to.equal(1);
    expect(quiet({ from: '21:00', to: '23:10' }, { from: '23:20', to: '09:00' })).to.equal(1);
    const dates = Array.from({ length: 31 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`);
    expect(quiet({ from: '21:00', to: '09:00', dates })).to.equal(1);
  });

  it('[S153] junk in a list and a name that nobody knows are told by their place', () => {
    expect(told({ inbound: { caps: [cap(1, 'P7D'), { cap: '1', period: 'P7D' }, cap(1, 'P1M')] } })).to.deep.equal([
      'policy-schema policy.inbound.caps[1]',
      'policy-schema policy.inbound.caps[2]',
    ]);
    expect(told({ byChannel: { calls: [], call: 7 } })).to.deep.equal([
      'policy-schema policy.byChannel.calls',
      'policy-schema policy.byChannel.call',
    ]);
    const hours = { from: '21:00', to: '09:00' };
    expect(
      told({
        quietHours: [
          { ...hours, days: [0] },
          { ...hours, channels: 'call' },
          { from: '9', to: '21:00' },
        ],
      }),
    ).to.deep.equal([0, 1, 2].map((at) => `policy-schema policy.quietHours[${String(at)}]`));
    expect(told(JSON.parse('{"quietHour": [], "__proto__": 1, "cooldown": {"constructor": 1}}'))).to.deep.equal([
      'policy-schema policy.cooldown.constructor',
      'policy-schema policy.quietHour',
      'policy-schema policy.__proto__',
    ]);
    expect(told(JSON.parse('{"strikesToRecovery": 1e999}'))).to.deep.equal(['policy-schema policy.strikesToRecovery']);
  });

  it('[S153] what is no policy, or no group of fields, is one finding', () => {
    for (const given of [null, 3, 'x', []]) {
      expect(told(given)).to.deep.equal(['policy-schema policy']);
      expect(told({ cooldown: given })).to.deep.equal(['policy-schema policy.cooldown']);
    }
  });

  it('[S150] a finding says the most that it may be', () => {
    const fixes = (policy: unknown): readonly string[] => lintPolicy(policy).map(({ fix }) => fix);
    expect(
      fixes({
        outbound: { caps: [] },
        hushAfterPurchase: 'PT0S',
        satiation: { halfLifeDays: 1 },
        rhythm: { due: [0, 0.5] },
        quietHours: [],
        strikesToRecovery: 50,
        rivals: true,
      }),
    ).to.deep.equal([
      'at most 1 in P7D and at most 2 in P30D',
      'at least PT30M',
      'at least 14',
      '[0.35,0.5]',
      'at least 21:00 to 09:00, every day and through every channel',
      'at most 2',
      'false',
    ]);
  });
});
