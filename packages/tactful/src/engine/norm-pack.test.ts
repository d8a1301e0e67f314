import { expect } from 'chai';
import { CHANNELS } from './channels.js';
import { DAY_MS } from './clock.js';
import { lawAllows, normFor, REVIEWED_NORMS, type NormPack } from './norm-pack.js';
import { NORM_SOURCES } from './norm-sources.js';
import { STRICT_NORM } from './norms-strict.js';
import { NORMS_UNREVIEWED } from './norms-unreviewed.js';
import { parseMoment } from './parse-moment.js';
import { meetPolicies } from './policy-meet.js';
import { quietHoursUntil } from './quiet-hours.js';

const moment = (text: string): number => parseMoment(text) ?? NaN;
const AT = moment('2026-11-27');
const ALL: readonly NormPack[] = [STRICT_NORM, ...REVIEWED_NORMS, ...NORMS_UNREVIEWED];
const nl = (at: number): NormPack => normFor({ country: 'NL', at });

function callQuiet(pack: NormPack, text: string): boolean {
  const { law, norm } = pack;
  const hours = [...(law.quietHours ?? []), ...(norm.quietHours ?? [])];
  return quietHoursUntil(hours, { at: moment(text), offset: 0, direction: 'outbound', channel: 'call' }) !== undefined;
}

/** Easter Sunday, by the rule of Gauss as Meeus writes it for 1900 to 2099. */
function easter(year: number): number {
  const moon = (19 * (year % 19) + 24) % 30;
  const week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
  const days = moon + week;
  const late = days === 35 || (days === 34 && moon === 28 && year % 19 > 10) ? 7 : 0;
  return Date.UTC(year, 2, 22 + days - late);
}

/** What the law of the Netherlands calls a public holiday, as dates, and the Sundays of Easter and Whitsun. */
function dutchHolidays(year: number): readonly string[] {
  const birthday = new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? '04-26' : '04-27';
  const fixed = ['01-01', birthday, '05-05', '12-25', '12-26'].map((date) => `${String(year)}-${date}`);
  const moving = [0, 1, 39, 49, 50].map((days) => new Date(easter(year) + days * DAY_MS).toISOString().slice(0, 10));
  return [...fixed, ...moving];
}

describe('norm packs', () => {
  it('[D33] where no pack is fit the strict one is used', () => {
    expect(normFor({ at: AT })).to.equal(STRICT_NORM);
    expect(normFor({ country: 'XX', at: AT })).to.equal(STRICT_NORM);
    for (const country of ['DE', 'FR', 'GB'])
      expect(normFor({ country, at: AT, packs: [...REVIEWED_NORMS, ...NORMS_UNREVIEWED] })).to.equal(STRICT_NORM);
    expect(nl(AT).country).to.equal('NL');
    expect(normFor({ country: 'NL', recipient: 'business', at: AT }).recipient).to.equal('business');
  });

  it('[D33] the strict pack is at least as strict as every one that it stands in for', () => {
    for (const { law, norm, consent, customers } of NORMS_UNREVIEWED) {
      const loose = meetPolicies(law, {});
      const met = meetPolicies(STRICT_NORM.law, loose);
      const dates = new Set(STRICT_NORM.law.quietHours?.flatMap((hours) => hours.dates ?? []));
      expect({ ...met, quietHours: [] }).to.deep.equal({ ...meetPolicies(STRICT_NORM.law, {}), quietHours: [] });
      for (const hours of law.quietHours ?? [])
        expect(hours.dates?.every((date) => dates.has(date)) ?? STRICT_NORM.law.quietHours?.includes(hours)).to.equal(
          true,
        );
      expect(norm).to.deep.equal({});
      expect(STRICT_NORM.consent).to.include.members([...consent]);
      expect(customers).to.include.members([...STRICT_NORM.customers]);
    }
  });

  it('[D33] after 18 months a pack is not taken at its word: the strict one holds as well, and nothing is loosened', () => {
    const last = moment('2027-12-30');
    expect(nl(last)).to.deep.equal(nl(AT));
    const old = nl(moment('2028-01-01'));
    expect(old.country).to.equal('strict');
    expect(old.norm.deviation).to.equal('off');
    expect(old.customers).to.deep.equal([]);
    expect(old.law).to.deep.equal(meetPolicies(STRICT_NORM.law, nl(AT).law));
    expect(callQuiet(old, '2028-02-05T11:00')).to.equal(true);
  });

  it('[D34] every pack has a date, and sources that say that they are a summary, not advice', () => {
    for (const { country, asOf, reviewed } of ALL) {
      expect(parseMoment(asOf), country).to.be.a('number');
      const sources = NORM_SOURCES[country] ?? [];
      expect(sources, country).to.not.deep.equal([]);
      for (const { name, url, summary } of sources) {
        expect(name).to.not.equal('');
        expect(url).to.match(/^https:\/\//);
        expect(summary).to.match(reviewed ? /^Summary, not advice: / : /^Summary, not advice, unreviewed: /);
      }
    }
  });

  it('[D34] the Netherlands: a departure from a rhythm leads to nothing, and calls keep the hours of the code', () => {
    for (const recipient of ['consumer', 'business'] as const)
      expect(normFor({ country: 'NL', recipient, at: AT }).norm.deviation).to.equal('off');
    const quiet = ['2026-11-28T09:30', '2026-11-28T16:00', '2026-11-29T12:00', '2026-12-25T12:00', '2026-12-24T18:30'];
    const open = ['2026-11-27T09:00', '2026-11-28T10:00', '2026-11-28T15:59', '2026-12-24T18:29'];
    for (const at of quiet) expect(callQuiet(nl(AT), at), at).to.equal(true);
    for (const at of open) expect(callQuiet(nl(AT), at), at).to.equal(false);
  });

  it('[D34] the Netherlands: nobody is called on a public holiday, a Saturday too, as long as the pack is trusted', () => {
    const since = moment(nl(AT).asOf);
    const trusted = [2026, 2027]
      .flatMap(dutchHolidays)
      .filter((date) => moment(date) >= since && nl(moment(date)).country === 'NL');
    expect(trusted).to.include.members(['2026-12-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-12-25']);
    for (const date of trusted) {
      for (const time of ['00:00', '10:00', '12:00', '15:59', '23:59'])
        for (const pack of [nl(AT), STRICT_NORM])
          expect(callQuiet(pack, `${date}T${time}`), `${pack.country} ${date}T${time}`).to.equal(true);
    }
  });

  it('[D34] France: calls on weekdays from ten to one and from two to eight, not on holidays, four in 30 days', () => {
    const [fr] = NORMS_UNREVIEWED.filter(({ country }) => country === 'FR');
    expect(fr?.law.byChannel).to.deep.equal({ call: [{ cap: 4, period: 'P30D' }] });
    const at = (text: string): boolean => fr !== undefined && callQuiet(fr, text);
    for (const text of [
      '2026-11-27T09:59',
      '2026-11-27T13:00',
      '2026-11-27T20:00',
      '2026-11-28T12:00',
      '2026-11-11T12:00',
    ])
      expect(at(text), text).to.equal(true);
    for (const text of ['2026-11-27T10:00', '2026-11-27T12:59', '2026-11-27T14:00', '2026-11-27T19:59'])
      expect(at(text), text).to.equal(false);
  });

  it('[D35] without a yes nobody is written to, customers by mail apart; a no closes whatever the law opens', () => {
    const pack = nl(AT);
    const open = (said: boolean | undefined, isCustomer: boolean): readonly string[] =>
      CHANNELS.filter((channel) => lawAllows(pack, { channel, said, isCustomer }));
    const page = ['slot', 'screen', 'banner'];
    expect(open(undefined, false)).to.deep.equal(page);
    expect(open(undefined, true)).to.deep.equal([...page, 'email', 'sms']);
    expect(open(false, true)).to.deep.equal([]);
    expect(open(true, false)).to.deep.equal([...CHANNELS]);
    const business = normFor({ country: 'NL', recipient: 'business', at: AT });
    expect(lawAllows(business, { channel: 'call', said: undefined, isCustomer: false })).to.equal(true);
  });
});
