import { expect } from 'chai';
import { inputOf, logOf, NOW } from '../../test/garden-shop.js';
import type { OfferClass } from './catalog.js';
import { OFFER_CLASSES } from './catalog.js';
import { DAY_MS, MINUTE_MS } from './clock.js';
import type { CompiledIncident } from './compile-catalog.js';
import type { Strike } from './fold-annoyance.js';
import type { Folded } from './folded.js';
import { permissionIn, type Refused } from './permission.js';
import { DEFAULT_POLICY } from './policy.js';
import { situationOf, type Situation } from './situation.js';

const BASE = situationOf(inputOf(logOf([])));
const EVERYBODY = [...OFFER_CLASSES];
const SERVICE: readonly OfferClass[] = ['help', 'human', 'apology', 'remedy'];
const SHOW_ME = { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } } as const;
const said = <Value>(value: Value, id: string, at = NOW.at): { value: Value; at: number; id: string } => ({
  value,
  at,
  id,
});

/** What the rules say of this moment where something about it is different. */
function permission(about: Partial<Situation>, folded: Partial<Folded> = {}): ReturnType<typeof permissionIn> {
  return permissionIn({ ...BASE, ...about, folded: { ...BASE.folded, ...folded } });
}
const refusals = (...given: Parameters<typeof permission>): readonly Refused[] => permission(...given).refused;
const classes = (...given: Parameters<typeof permission>): readonly OfferClass[] => [...permission(...given).classes];
const strike = (about: Partial<Strike>): readonly [string, Strike] => [
  String(about.at),
  { at: NOW.at, severity: 1, kind: 'late', complaint: undefined, madeGood: false, ids: ['a:7'], ...about },
];
const incident = (from: number, through: number): CompiledIncident => ({
  incident: { id: 'recall', from: '', touches: {} },
  touches: () => true,
  from,
  through,
});

describe('permission, rule by rule', () => {
  it('[D111] where no rule says no, every class may speak', () => {
    expect(refusals({})).to.deep.equal([]);
    expect(classes({})).to.deep.equal(EVERYBODY);
  });

  it('[D111] one purpose that is in is enough, and the first is named where none is', () => {
    const [purpose] = BASE.purposes;
    const purposes = ['x', 'y'].flatMap((id) => (purpose ? [{ ...purpose, id }] : []));
    const noConsent = (named: string): readonly Refused[] => [
      {
        silence: { reason: 'NO_CONSENT', leave: 'default', endedBy: { do: 'consent', purpose: named } },
        cause: [],
        allows: [],
      },
    ];
    expect(refusals({ purposes, consent: { y: 'in' } })).to.deep.equal([]);
    expect(refusals({ purposes, consent: { y: 'out' } })).to.deep.equal(noConsent('x'));
    expect(refusals({ purposes: [], consent: {} })).to.deep.equal(noConsent('personalization'));
    expect(classes({ purposes, consent: {} })).to.deep.equal([]);
  });

  it('[D111] where children may be, nobody speaks', () => {
    expect(refusals({ audience: 'child-possible' })).to.deep.equal([
      { silence: { reason: 'MINOR', leave: 'empty' }, cause: [], allows: [] },
    ]);
    expect(refusals({ audience: 'general' })).to.deep.equal([]);
  });

  it('[D111] a pause and a quiet time name their rows', () => {
    expect(refusals({}, { mode: said('paused', 'a:1') })[0]?.cause).to.deep.equal(['a:1']);
    expect(refusals({}, { mode: said('quiet', 'a:1') })).to.deep.equal([]);
    expect(refusals({}, { quiet: said(NOW.at + 1, 'a:2') })[0]?.cause).to.deep.equal(['a:2']);
  });

  it('[D111] after a stated loss nobody speaks for 30 days, and taking it back ends that', () => {
    const life = new Map([['funeral', said('funeral', 'a:3', NOW.at - DAY_MS)]]);
    expect(refusals({}, { life })).to.deep.equal([
      {
        silence: {
          reason: 'VULNERABLE',
          leave: 'empty',
          until: NOW.at + 29 * DAY_MS,
          endedBy: { do: 'forget', ids: ['a:3'] },
        },
        cause: ['a:3'],
        allows: [],
      },
    ]);
    expect(refusals({}, { life: new Map([['moved', said('moved', 'a:3')]]) })).to.deep.equal([]);
  });

  it('[D111] what the law or the shop closes is said as it is', () => {
    expect(refusals({ closed: 'LAW' })).to.deep.equal([
      { silence: { reason: 'LAW', leave: 'default' }, cause: [], allows: [] },
    ]);
  });

  it('[D111] a channel that they did not open is not used, and opening it ends that', () => {
    expect(refusals({ channel: 'email' })).to.deep.equal([
      {
        silence: {
          reason: 'NO_PERMISSION',
          leave: 'default',
          endedBy: { do: 'declare', statement: { kind: 'channel', channel: 'email', allowed: true } },
        },
        cause: [],
        allows: [],
      },
    ]);
    expect(refusals({ channel: 'email' }, { channels: new Map([['email', said(true, 'a:4')]]) })).to.deep.equal([]);
  });

  it('[D111] who was let down is not called upon; on their own page they are answered', () => {
    const unresolved = new Map(['c1', 'c2', 'c3'].map((id) => [id, said(id, id)] as const));
    expect(refusals({ direction: 'outbound' }, { unresolved })).to.deep.equal([
      { silence: { reason: 'WAIT_FOR_YOU', leave: 'default', endedBy: { do: 'visit' } }, cause: [], allows: [] },
    ]);
    expect(refusals({ direction: 'outbound' })).to.deep.equal([]);
    expect(refusals({ direction: 'inbound' }, { unresolved })).to.deep.equal([]);
  });

  it('[D111] quiet hours hold until they end', () => {
    expect(refusals({ quietUntil: NOW.at + 5 })).to.deep.equal([
      { silence: { reason: 'QUIET_HOURS', leave: 'default', until: NOW.at + 5 }, cause: [], allows: [] },
    ]);
  });

  it('[D112] an open complaint leaves service; one from before "show me" is no longer held against anybody', () => {
    const complaints = new Map([['c7', said('a:5', 'a:5')]]);
    expect(classes({}, { complaints })).to.have.members([...SERVICE]);
    expect(refusals({}, { complaints, pardonedAt: NOW.at })).to.deep.equal([]);
    expect(refusals({}, { complaints, pardonedAt: NOW.at - 1 })).to.have.lengthOf(1);
  });

  it('[D112] after one strike selling yields, after two only service is left; "show me" ends it', () => {
    const one = new Map([strike({ at: NOW.at - DAY_MS })]);
    expect(refusals({}, { strikes: one })).to.deep.equal([
      {
        silence: { reason: 'RECOVERY', leave: 'empty', until: NOW.at + 89 * DAY_MS, endedBy: SHOW_ME },
        cause: ['a:7'],
        allows: [...SERVICE, 'inform', 'replenish', 'thank', 'together'],
      },
    ]);
    expect(classes({}, { strikes: one })).to.have.members([...SERVICE, 'inform', 'replenish', 'thank', 'together']);
    const two = new Map([...one, strike({ at: NOW.at - 2 * DAY_MS })]);
    expect(classes({}, { strikes: two })).to.have.members([...SERVICE]);
    expect(classes({ policy: { ...DEFAULT_POLICY, strikesToRecovery: 3 } }, { strikes: two })).to.include('inform');
  });

  it('[D112] while the complaint about a strike is open, no time ends it', () => {
    const [{ silence }] = refusals({}, { strikes: new Map([strike({ complaint: 'c1' })]) }) as [Refused];
    expect(silence).to.deep.equal({ reason: 'RECOVERY', leave: 'empty', endedBy: SHOW_ME });
  });

  it('[D112] an incident leaves service and facts until the last of them is over', () => {
    const incidents = [incident(0, NOW.at + 9), incident(0, NOW.at + 7)];
    expect(refusals({ incidents })).to.deep.equal([
      {
        silence: { reason: 'INCIDENT', leave: 'empty', until: NOW.at + 9 },
        cause: [],
        allows: [...SERVICE, 'inform'],
      },
    ]);
    expect(refusals({ incidents: [incident(0, Infinity)] })[0]?.silence).to.deep.equal({
      reason: 'INCIDENT',
      leave: 'empty',
    });
  });

  it('[D112] who said that they came for help gets help, until they say that they came to buy', () => {
    const log = logOf([{ name: 'intent_stated', params: { intent: 'support' } }]);
    const { refused, classes: left } = permissionIn(situationOf(inputOf(log)));
    expect(refused).to.deep.equal([
      {
        silence: {
          reason: 'SUPPORT_FIRST',
          leave: 'empty',
          endedBy: { do: 'declare', statement: { kind: 'intent', intent: 'buy' } },
        },
        cause: ['a:1'],
        allows: SERVICE,
      },
    ]);
    expect([...left]).to.have.members([...SERVICE]);
    expect(permissionIn(situationOf(inputOf(log, { at: DAY_MS }))).refused).to.deep.equal([]);
    const other = logOf([{ name: 'intent_stated', params: { intent: 'buy' } }]);
    expect(permissionIn(situationOf(inputOf(other))).refused).to.deep.equal([]);
  });

  it('[D112] after a purchase thanks may be said and nothing else, with the purchase as the cause', () => {
    const situation = situationOf(inputOf(logOf([{ name: 'purchase', params: { items: [{ item_id: 'x' }] } }])));
    expect([...permissionIn(situation).classes]).to.deep.equal(['thank']);
    expect(permissionIn(situation).refused.map(({ cause }) => cause)).to.deep.equal([['a:1']]);
  });

  it('[D112] a check-out names its row and leaves nothing to say', () => {
    const situation = situationOf(inputOf(logOf([{ name: 'begin_checkout' }]), { at: MINUTE_MS }));
    const { refused, classes: left } = permissionIn(situation);
    expect(refused.map(({ cause, allows }) => [cause, allows])).to.deep.equal([[['a:1'], []]]);
    expect(left.size).to.equal(0);
  });

  it('[D112] what may speak is what every rule leaves', () => {
    const about = { incidents: [incident(0, Infinity)] };
    const strikes = new Map([strike({})]);
    expect(classes(about, { strikes })).to.have.members([...SERVICE, 'inform']);
    expect(refusals(about, { strikes }).map(({ silence }) => silence.reason)).to.deep.equal(['RECOVERY', 'INCIDENT']);
  });
});
