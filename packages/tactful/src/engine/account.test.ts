import { expect } from 'chai';
import { decideOn, FOND, GARDEN_SHOP, logOf, NOW, type Setting, type Told } from '../../test/garden-shop.js';
import { accountFor, type Account } from './account.js';
import { compileCatalog } from './compile-catalog.js';
import type { Event } from './event.js';
import { explainDecision } from './explain.js';
import { DEFAULT_MODEL } from './policy.js';
import type { Explanation, Format } from './word-account.js';

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const FORMAT: Format = {
  moment: (at) => `moment ${String(at - NOW.at)}`,
  amount: (minorUnits) => `EUR ${String(minorUnits / 100)}`,
  category: (path) => path.toUpperCase(),
  offer: (offerId) => offerId,
};

const known = (
  log: readonly Event[],
): { readonly log: ReadonlyMap<string, Event>; readonly catalog: typeof catalog } => ({
  log: new Map(log.map((row) => [row.id, row])),
  catalog,
});

function account(told: readonly Told[], without: readonly string[] = []): Account {
  const log = logOf([...FOND, ...told]);
  return accountFor(decideOn(log), known(log.filter(({ id }) => !without.includes(id))));
}

function explained(
  told: readonly Told[],
  how: { readonly level: Explanation['level']; readonly lang: string },
  setting: Setting = {},
): readonly string[] {
  const log = logOf(told);
  return explainDecision(decideOn(log, setting), { ...known(log), ...how, format: FORMAT }).reasons.map(
    ({ text }) => text,
  );
}

describe('account of a decision', () => {
  it('[D21] an offer: its reasons with the rows they rest on', () => {
    const { outcome, reasons, currency, offset, decisionId } = account([]);
    expect([outcome, currency, offset, decisionId]).to.deep.equal(['offer', 'EUR', 120, 'd1']);
    expect(reasons.map(({ code, category, count }) => ({ code, category, count }))).to.deep.equal([
      { code: 'YOU_OFTEN', category: 'garden/watering', count: 6 },
    ]);
    expect(reasons[0]?.evidence.map(({ id }) => id)).to.deep.equal(['a:2', 'a:3', 'a:4', 'a:5', 'a:6']);
  });

  it('[D21] a row that was forgotten is left out, not invented', () => {
    expect(account([], ['a:3']).reasons[0]?.evidence.map(({ id }) => id)).to.deep.equal(['a:2', 'a:4', 'a:5', 'a:6']);
  });

  it('[D21] a silence: its reason, its end and its cause', () => {
    const paused = account([{ name: 'mode_set', params: { mode: 'paused' } }]);
    expect(paused.outcome).to.equal('silence');
    expect(paused.reasons.map(({ code, evidence }) => [code, ...evidence.map(({ id }) => id)])).to.deep.equal([
      ['PAUSED', 'a:7'],
    ]);
    expect(account([{ name: 'begin_checkout' }]).reasons[0]?.until).to.equal(NOW.at + 15 * 60_000);
  });

  it('[D21] titles by language for the offers that are named, and no others', () => {
    expect(account([]).titles).to.deep.equal({ hose: { en: 'Offer hose' }, sprinkler: { en: 'Offer sprinkler' } });
  });

  it('[D22] in words: complete for every reader and in both languages, with the values filled in', () => {
    const shopper = explained(FOND, { level: 'shopper', lang: 'en' });
    expect(shopper.join(' ')).to.contain('GARDEN/WATERING');
    for (const lang of ['en', 'nl']) {
      for (const level of ['shopper', 'developer', 'educator'] as const) {
        const texts = explained(FOND, { level, lang });
        expect(texts).to.have.lengthOf(1);
        expect(texts.join(' ')).to.not.match(/[{}]|undefined|NaN/);
      }
    }
    expect(explained(FOND, { level: 'shopper', lang: 'nl' })).to.not.deep.equal(shopper);
  });

  it('[D22] in words: a silence says until when', () => {
    const quiet: Told = { name: 'quiet_set', params: { until: NOW.at + 60_000 } };
    expect(explained([quiet], { level: 'shopper', lang: 'en' }).join(' ')).to.contain('moment 60000');
  });
});
