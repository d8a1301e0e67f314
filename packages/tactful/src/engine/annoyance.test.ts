import { expect } from 'chai';
import fc from 'fast-check';
import { foldOf, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { annoyanceAt, leaving, standingAt, staying, type Standing } from './annoyance.js';
import { DAY_MS, HOUR_MS } from './clock.js';
import type { EventName } from './event-names.js';
import { DEFAULT_MODEL } from './policy.js';

const EXACT = { stay: { c: 0.9675840262617056, g: 1.6565348718435646, statedToActual: 1 } };
const annoyed = (told: readonly Told[], at = 0): number => annoyanceAt(foldOf(logOf(told)), NOW.at + at);
const standing = (told: readonly Told[], how: { readonly at?: number; readonly serviceFrom?: number } = {}): Standing =>
  standingAt(foldOf(logOf(told)), { ...how, at: NOW.at + (how.at ?? 0) });
const complaint = (id: string, at = 0, kind?: string): Told => ({
  name: 'complaint_opened',
  at,
  params: { complaint_id: id, ...(kind === undefined ? {} : { kind }) },
});
const solved = (id: string, at = 0, ok?: boolean): Told => ({
  name: 'complaint_resolved',
  at,
  params: { complaint_id: id, ...(ok === undefined ? {} : { ok }) },
});
const failed = (at = 0, kind?: string, severity?: number): Told => ({
  name: 'service_failure',
  at,
  params: { ...(kind === undefined ? {} : { kind }), ...(severity === undefined ? {} : { severity }) },
});

describe('staying', () => {
  it('[P47] after one to five strikes has the published digits', () => {
    const wanted = [0.8548828453615621, 0.61, 0.38, 0.21049134550414836, 0.1048504927681896];
    wanted.forEach((each, n) => {
      expect(staying(n + 1, EXACT)).to.be.closeTo(each, 1e-14);
      expect(staying(n + 1, DEFAULT_MODEL)).to.be.closeTo(each, 1e-6);
    });
    expect([staying(0, EXACT), staying(-1, EXACT)]).to.deep.equal([1, 1]);
  });

  it('[P47] one more strike after none to three makes .1451, .2865, .3770 and .4461 leave', () => {
    [0.1451, 0.2865, 0.377, 0.4461].forEach((wanted, annoyance) => {
      expect(leaving(annoyance, { severity: 1, model: EXACT })).to.be.closeTo(wanted, 5e-5);
    });
  });

  it('[P47] law: who is more annoyed is likelier to leave, and nobody does for nothing', () => {
    const numbers = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, (annoyance, more) => {
        expect(staying(annoyance + more, EXACT)).to.be.at.most(staying(annoyance, EXACT));
      }),
    );
    expect(leaving(2, { severity: 0, model: EXACT })).to.equal(0);
  });
});

describe('annoyance', () => {
  const SEVERITIES: readonly (readonly [EventName, number])[] = [
    ['offer_dismissed', 0.25],
    ['offer_not_for_me', 0.5],
    ['channel_muted', 1],
    ['service_failure', 1],
    ['offer_complained', 1.5],
    ['complaint_opened', 1.5],
    ['opted_out', 2],
    ['offer_accepted', 0],
    ['offer_shown', 0],
  ];
  for (const [name, severity] of SEVERITIES) {
    it(`[P46] ${name} is ${severity} strikes`, () => {
      expect(annoyed([{ name, params: { offer_id: 'hose' } }])).to.equal(severity);
    });
  }

  it('[P46] a failure is as severe as it says, between 0 and 3', () => {
    expect([2.5, 99, -1, 0].map((severity) => annoyed([failed(0, 'late', severity)]))).to.deep.equal([2.5, 3, 0, 0]);
  });

  it('[P46] a message inside a quiet time is 3 strikes, unless it was asked for', () => {
    const quiet: Told = { name: 'quiet_set', params: { until: NOW.at + HOUR_MS } };
    const shown = (at: number, direction = 'inbound'): Told => ({ name: 'offer_shown', at, params: { direction } });
    expect(annoyed([quiet, shown(1)], 1)).to.equal(3);
    expect(annoyed([quiet, shown(1, 'requested')], 1)).to.equal(0);
    expect(annoyed([quiet, shown(HOUR_MS)], HOUR_MS)).to.equal(0);
    expect(annoyed([quiet, { name: 'quiet_ended', at: 1 }, shown(2)], 2)).to.equal(0);
  });

  it('[P46] half of it is left after 217 days of what is serious, 90 of a mute, 30 of a dismissal', () => {
    expect(annoyed([complaint('c')], 217 * DAY_MS)).to.equal(0.75);
    expect(annoyed([{ name: 'channel_muted', params: { channel: 'email' } }], 90 * DAY_MS)).to.equal(0.5);
    expect(annoyed([{ name: 'offer_dismissed', params: { offer_id: 'hose' } }], 30 * DAY_MS)).to.equal(0.125);
  });

  it('[P46] what one exposure brought upon itself is one strike, its worst', () => {
    const same = { decision_id: 'd1', offer_id: 'hose' };
    const told: readonly Told[] = [
      { name: 'offer_not_for_me', params: same },
      { name: 'offer_dismissed', params: same },
    ];
    expect(annoyed(told)).to.equal(0.5);
    expect(annoyed([...told].reverse())).to.equal(0.5);
    expect(annoyed([...told, { name: 'offer_dismissed', params: { ...same, decision_id: 'd2' } }])).to.equal(0.75);
  });

  it('[P46] a failure and the complaint about it are one case', () => {
    const told: readonly Told[] = [
      { name: 'service_failure', params: { severity: 2, complaint_id: 'c' } },
      complaint('c'),
    ];
    expect(annoyed(told)).to.equal(2);
    expect(annoyed([...told, solved('c')])).to.equal(0);
  });

  it('[P46] a complaint that was solved takes its strike away, one that was not solved well does not', () => {
    expect(annoyed([complaint('c'), solved('c')])).to.equal(0);
    expect(annoyed([complaint('c'), solved('c', 0, false)])).to.equal(1.5);
    expect(annoyed([complaint('c'), solved('other')])).to.equal(1.5);
    expect(annoyed([{ name: 'complaint_opened' }, solved('a:1')])).to.equal(0);
  });

  it('[P46] a second failure of one kind is not made good by the same gesture', () => {
    const once = [complaint('c1', 0, 'late'), solved('c1')];
    expect(annoyed([...once, complaint('c2', 0, 'late'), solved('c2')])).to.equal(1.5);
    expect(annoyed([...once, complaint('c2', 0, 'broken'), solved('c2')])).to.equal(0);
    expect(annoyed([...once, complaint('c1'), solved('c1')])).to.equal(1.5);
  });
});

describe('R5: three strikes', () => {
  it('[P48] R5: from the first, selling yields to making it right; before the third there is only service', () => {
    expect(standing([]).standing).to.equal('fine');
    expect(standing([failed()]).standing).to.equal('make_it_right');
    expect(standing([failed(), failed(1)], { at: 1 }).standing).to.equal('service_only');
  });

  it('[P48] R5: who is to be served without any failure has only service from the first', () => {
    expect(standing([failed()], { serviceFrom: 1 }).standing).to.equal('service_only');
    expect(standing([failed(), failed(1)], { at: 1, serviceFrom: 3 }).standing).to.equal('make_it_right');
  });

  it('[P48] R5: a wave of the hand is no strike, however often', () => {
    const waves = Array.from({ length: 9 }, (_, at): Told => ({
      name: 'offer_dismissed',
      at,
      params: { offer_id: 'hose' },
    }));
    expect(standing(waves, { at: 9 }).standing).to.equal('fine');
  });

  it('[P48] R5: it names its rows, when it ends by itself and what ends it', () => {
    const { until, endedBy, cause } = standing([failed(), failed(DAY_MS), failed(2 * DAY_MS)], { at: 2 * DAY_MS });
    expect(cause).to.deep.equal(['a:1', 'a:2', 'a:3']);
    expect(until).to.equal(NOW.at + 91 * DAY_MS);
    expect(endedBy).to.deep.equal({ do: 'declare', statement: { kind: 'mode', mode: 'show_me' } });
    const one = [failed(), failed(DAY_MS), failed(2 * DAY_MS)];
    expect(standing(one, { at: 91 * DAY_MS - 1 }).standing).to.equal('service_only');
    expect(standing(one, { at: 91 * DAY_MS }).standing).to.equal('make_it_right');
    expect(standing(one, { at: 92 * DAY_MS }).standing).to.equal('fine');
  });

  it('[P48] R5: an open complaint does not grow old', () => {
    const old = standing([complaint('c')], { at: 400 * DAY_MS });
    expect([old.standing, old.until, old.endedBy]).to.deep.equal([
      'make_it_right',
      undefined,
      { do: 'resolve', complaint: 'c' },
    ]);
  });
});

describe('R6: recovery', () => {
  it('[P48] R6: selling resumes when it was made good', () => {
    expect(standing([complaint('c'), solved('c', 1)], { at: 1 })).to.deep.equal({ standing: 'fine', cause: [] });
  });

  it('[P48] R6: after as many strikes as leave only service it rests for thirty days more', () => {
    const told = [complaint('c1'), complaint('c2', DAY_MS), solved('c1', DAY_MS), solved('c2', DAY_MS)];
    const after = standing(told, { at: 2 * DAY_MS });
    expect([after.standing, after.until]).to.deep.equal(['make_it_right', NOW.at + 31 * DAY_MS]);
    expect(standing(told, { at: 31 * DAY_MS }).standing).to.equal('fine');
  });

  it('[P48] R6: and at once when the shopper asks to be shown offers, until the next strike', () => {
    const told: readonly Told[] = [
      complaint('c1'),
      failed(1),
      { name: 'mode_set', at: 2, params: { mode: 'show_me' } },
    ];
    expect(standing(told, { at: 2 }).standing).to.equal('fine');
    expect(standing([...told, { name: 'mode_set', at: 3, params: { mode: 'normal' } }], { at: 3 }).standing).to.equal(
      'fine',
    );
    expect(standing([...told, failed(4)], { at: 4 }).standing).to.equal('make_it_right');
  });

  it('[P48] law: one more strike never makes the standing better', () => {
    const ORDER = ['fine', 'make_it_right', 'service_only'];
    const rows = fc.array(fc.constantFrom('failed', 'complained', 'solved', 'muted'), { maxLength: 12 });
    const tell = (words: readonly string[]): readonly Told[] =>
      words.map((word, n): Told => {
        if (word === 'failed') return failed(n * DAY_MS);
        if (word === 'muted') return { name: 'channel_muted', at: n * DAY_MS, params: { channel: 'email' } };
        return word === 'solved' ? solved('c', n * DAY_MS) : complaint('c', n * DAY_MS);
      });
    fc.assert(
      fc.property(rows, (words) => {
        const at = 20 * DAY_MS;
        const before = ORDER.indexOf(standing(tell(words), { at }).standing);
        expect(ORDER.indexOf(standing([...tell(words), failed(19 * DAY_MS)], { at }).standing)).to.be.at.least(before);
      }),
    );
  });
});
