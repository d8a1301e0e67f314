import { expect } from 'chai';
import fc from 'fast-check';
import { OFFER_CLASSES } from './catalog.js';
import type { DataNeed } from './data-need.js';
import { SIGNAL_GROUPS } from './event-names.js';
import {
  conclusionRow,
  factRow,
  PROFILE_RULES,
  withheldRow,
  WITHHELD_REASONS,
  type EstimateUnit,
  type ProfileRow,
  type ProfileRule,
} from './profile-row.js';
import { PROFILE_SUBJECTS, type ProfileFormat, type ProfileWords } from './profile-words.js';
import { PROFILE_WORDS_EN } from './profile-words-en.js';
import { PROFILE_WORDS_NL } from './profile-words-nl.js';
import { SHIPPED_TYPES } from './shipped-types.js';
import type { ShopperAction, Statement } from './statement.js';
import { wordBasis, wordNeed } from './word-basis.js';
import { wordCorrection } from './word-correction.js';
import { wordRow } from './word-row.js';
import { plainLine, type WordedLine } from './worded-line.js';

const LANGUAGES: readonly ProfileWords[] = [PROFILE_WORDS_EN, PROFILE_WORDS_NL];
const FORMAT: ProfileFormat = {
  moment: (at) => `moment ${String(at)}`,
  amount: (minorUnits) => `EUR ${(minorUnits / 100).toFixed(2)}`,
  percent: (share) => `${String(Math.round(100 * share))}%`,
  number: (value) => String(Math.round(10 * value) / 10),
  path: (path) => path.replaceAll('/', ' › '),
  offer: (id) => `title of ${id}`,
};
const EN = { words: PROFILE_WORDS_EN, format: FORMAT };
const NL = { words: PROFILE_WORDS_NL, format: FORMAT };

/** No watching, no traits, no selling, and no words that only makers know. */
const BANNED: readonly RegExp[] = [
  /\b(we|wij)('ve| have)? (saw|see|seen|notice|noticed|know|think|detected|learned|missed)\b/i,
  /\b(we|wij) (zagen|zien|merkten|merken|weten|denken|misten)\b/i,
  /\b(you are an?|you're an?|jij bent een|je bent een)\b/i,
  /\b(tracked|watched|watching|monitored|detected|analysed|algorithm|profile|based on your|segment|user)\b/i,
  /\b(gevolgd|bekeken|opgevallen|gemerkt|gedetecteerd|algoritme|op basis van|profiel|gebruiker)\b/i,
  /\b(bored|grief|mood|personality|income|gender|pregnant|lonely|loyal)\b/i,
  /\b(verveeld|rouw|stemming|persoonlijkheid|inkomen|geslacht|zwanger|eenzaam|trouw)\b/i,
  /\b(prior|posterior|likelihood|lift|affinity|confidence|interval|churn|score|evidence|elicited)\b/i,
  /!|\bhurry\b|\bhaast\b/i,
];

type Texts = Readonly<Record<string, string>>;

/** Every text of a language by its path. */
function textsOf(value: unknown, path = ''): Texts {
  if (typeof value === 'string') return { [path]: value };
  const inner: readonly (readonly [string, unknown])[] = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(inner.flatMap(([key, each]) => Object.entries(textsOf(each, `${path}/${key}`))));
}

const slotsOf = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '')),
];

const linesOf = (row: ProfileRow, how = EN): readonly WordedLine[] => {
  const { what, details } = wordRow(row, how);
  return [what, ...details];
};
const plain = (row: ProfileRow, how = EN): readonly string[] => linesOf(row, how).map(plainLine);

const about = (
  rule: ProfileRule,
  facet: string,
  value: string,
): Pick<ProfileRow, 'rule' | 'facet' | 'value' | 'evidence'> => ({
  rule,
  facet,
  value,
  evidence: ['a:1'],
});

const UNITS: readonly EstimateUnit[] = [
  'probability',
  'share',
  'days',
  'moment',
  'minor',
  'purchases',
  'bits',
  'ratio',
  'score',
  'index',
];

/** Any line that some rule might make, also one with a value that nobody foresaw. */
const anyRow: fc.Arbitrary<ProfileRow> = fc
  .record({
    rule: fc.constantFrom(...PROFILE_RULES),
    kind: fc.constantFrom('fact', 'conclusion', 'withheld' as const),
    facet: fc.constantFrom('category', 'brand', 'offer_id', 'class', 'attribute:colour', 'looks', 'unfinished', 'x'),
    value: fc.oneof(fc.string(), fc.constantFrom('garden/watering', '{until}', '$&', 'constructor', 'fine', 'repeats')),
    level: fc.double({ min: -2, max: 2, noNaN: true }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    weight: fc.nat(9),
    evidence: fc.array(fc.string(), { maxLength: 3 }),
    provenance: fc.constantFrom('observed', 'declared', 'relation', 'concluded' as const),
    because: fc.option(fc.constantFrom(...WITHHELD_REASONS), { nil: undefined }),
    sides: fc.option(fc.constant({ says: -1, does: 0.5, apart: 0.2 }), { nil: undefined }),
    source: fc.option(fc.string(), { nil: undefined }),
    estimate: fc.option(
      fc.record(
        {
          value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
          unit: fc.constantFrom(...UNITS),
          low: fc.double({ min: -1e6, max: 0, noNaN: true }),
          high: fc.double({ min: 0, max: 1e6, noNaN: true }),
          rival: fc.constant({ name: 'hiatus' as const, value: 1 }),
          elicited: fc.constant(true as const),
        },
        { requiredKeys: ['value', 'unit'] },
      ),
      { nil: undefined },
    ),
  })
  .map(({ because, sides, source, estimate, ...row }) => ({
    ...row,
    id: 'x',
    corrections: [],
    ...(because === undefined ? {} : { because }),
    ...(sides === undefined ? {} : { sides }),
    ...(source === undefined ? {} : { source }),
    ...(estimate === undefined ? {} : { estimate }),
  }));

const STATEMENTS: readonly Statement[] = [
  ...([-2, -1, 0, 1, 2] as const).map(
    (level) => ({ kind: 'preference', facet: 'brand', value: 'Sprig', level }) as const,
  ),
  { kind: 'never', offerId: 'hose' },
  { kind: 'never', category: 'garden' },
  { kind: 'never', class: 'coupon' },
  { kind: 'relationship', type: 'fling' },
  { kind: 'relationship', type: null },
  { kind: 'channel', channel: 'email', allowed: true },
  { kind: 'channel', channel: 'call', allowed: false },
  { kind: 'quiet', until: 5 },
  { kind: 'quiet', until: null },
  ...(['paused', 'quiet', 'normal', 'show_me'] as const).map((mode) => ({ kind: 'mode', mode }) as const),
  { kind: 'intent', intent: 'support' },
  { kind: 'goal', goal: 'less work' },
  { kind: 'visit', as: 'gift' },
  { kind: 'visit', as: 'not_me' },
  { kind: 'visit', as: { person: 'Noor' } },
  { kind: 'life', event: 'a new baby', protect: true },
];
const ACTIONS: readonly ShopperAction[] = [
  ...STATEMENTS.map((statement) => ({ do: 'declare', statement }) as const),
  { do: 'consent', purpose: 'personalization' },
  { do: 'forget', ids: ['a:1'] },
  { do: 'forget', ids: ['a:1', 'a:2'] },
  { do: 'task', id: 'plan', state: 'ended' },
  { do: 'resolve', complaint: 'c1' },
  { do: 'visit' },
];

describe('words of the profile', () => {
  for (const words of LANGUAGES) {
    it(`[W12] every rule, reason, subject and closed value has words in ${words.lang}`, () => {
      expect(Object.keys(words.line)).to.have.members([...PROFILE_RULES]);
      expect(Object.keys(words.because)).to.have.members([...WITHHELD_REASONS]);
      expect(Object.keys(words.subject)).to.have.members([...PROFILE_SUBJECTS]);
      expect(Object.keys(words.class)).to.have.members([...OFFER_CLASSES]);
      expect(Object.keys(words.signal)).to.have.members([...SIGNAL_GROUPS]);
      for (const { id, publicName } of SHIPPED_TYPES) {
        const row = factRow({ ...about('said_relationship', 'relationship', id), provenance: 'declared' });
        expect(wordRow(row, { words, format: FORMAT }).what.slots).to.deep.equal({
          type: { text: publicName[words.lang] },
        });
      }
      const blank = Object.entries(textsOf(words)).filter(([, text]) => text.trim() === '');
      expect(blank).to.deep.equal([]);
    });

    it(`[W12] sentences in ${words.lang} are whole and short`, () => {
      const { line, withheld, because, details, elicited } = words;
      for (const [path, text] of Object.entries(textsOf({ line, withheld, because, details, elicited }))) {
        expect(text, path).to.match(/^[\p{Lu}{].*\.$/u);
        expect(text.length, text).to.be.at.most(100);
      }
    });

    it(`[W14] nothing in ${words.lang} tells of watching, calls people something, or needs explaining`, () => {
      for (const text of Object.values(textsOf(words)).map((each) => each.replace(/\{\w+\}/g, 'x'))) {
        expect(BANNED.filter((pattern) => pattern.test(text)).map(String), text).to.deep.equal([]);
      }
    });

    it(`[W12] every action of the shopper is a button in ${words.lang}`, () => {
      const labels = ACTIONS.map((action) => plainLine(wordCorrection(action, { words, format: FORMAT })));
      expect(new Set(labels).size).to.equal(ACTIONS.length);
      for (const label of labels) {
        expect(label).to.match(/^\p{Lu}/u);
        expect(label).to.not.match(/[{}]|undefined|\.$/);
        expect(label.length, label).to.be.at.most(60);
      }
    });
  }

  it('[W12] Dutch is written, not copied, and says the same with the same slots', () => {
    const [en, nl] = LANGUAGES.map((words) => textsOf(words));
    expect(Object.keys(nl ?? {})).to.have.members(Object.keys(en ?? {}));
    for (const [path, text] of Object.entries(en ?? {})) {
      expect(slotsOf(nl?.[path] ?? ''), path).to.have.members([...slotsOf(text)]);
      if (text.length > 25) expect(nl?.[path], path).to.not.equal(text);
    }
  });

  it('[W13] no slot is open or empty, whatever a line holds', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom('en', 'nl'), (row, lang) => {
        const how = lang === 'en' ? EN : NL;
        for (const { template, slots } of [...linesOf(row, how), wordBasis(row, how)])
          for (const slot of slotsOf(template)) {
            const value = Object.hasOwn(slots, slot) ? slots[slot] : undefined;
            expect(value, `${template} ${slot}`).to.not.equal(undefined);
            expect(
              Object.values(value ?? {})
                .join('')
                .trim(),
              template,
            ).to.not.match(/^$|undefined|NaN/);
          }
      }),
    );
  });

  it('[W13] text of the shop or the shopper is apart, as it is, and never taken for a slot', () => {
    const { what } = wordRow(
      factRow({ ...about('purchase', 'purchase', 'A {value} $& hose'), provenance: 'observed' }),
      EN,
    );
    expect(what).to.deep.equal({ template: 'You bought {value}.', slots: { value: { site: 'A {value} $& hose' } } });
    expect(plainLine(what)).to.equal('You bought “A {value} $& hose”.');
    expect(plainLine({ template: '{a}', slots: { a: { site: 'x\u202e\u001b[31m\ny' } } })).to.equal('“x [31m y”');
  });

  it('[W13] what has no name is said to have none, and a rule of a newer version is shown plainly', () => {
    expect(plain(factRow({ ...about('purchase', 'purchase', ''), provenance: 'observed' }))).to.deep.equal([
      'You bought something without a name.',
    ]);
    const newer = {
      ...factRow({ ...about('stated', 'x', 'y'), provenance: 'declared' }),
      rule: 'newer' as ProfileRule,
    };
    expect(plain(newer)).to.deep.equal(['“x”: “y”']);
  });

  it('[W13] values are named by what they are', () => {
    const stated = (facet: string, value: string): string | undefined =>
      plain(factRow({ ...about('stated', facet, value), level: 2, provenance: 'declared' }))[0];
    expect(stated('category', 'garden/watering')).to.equal('You said you like “garden › watering” a lot.');
    expect(stated('brand', 'Sprig')).to.equal('You said you like the brand “Sprig” a lot.');
    expect(stated('attribute:colour', 'green')).to.equal('You said you like “green” (“colour”) a lot.');
    expect(plain(factRow({ ...about('never', 'class', 'coupon'), provenance: 'declared' }))).to.deep.equal([
      'You asked never to be shown coupons.',
    ]);
    expect(plain(factRow({ ...about('never', 'offer_id', 'hose'), provenance: 'declared' }), NL)).to.deep.equal([
      'Je vroeg om “title of hose” nooit te laten zien.',
    ]);
  });

  it('[W15] a rhythm says how far it may be off, what a rule of thumb says, and whose weights these are', () => {
    const row = conclusionRow({
      ...about('rhythm', 'visit', ''),
      confidence: 0.8,
      estimate: {
        value: 7.2,
        unit: 'days',
        low: 5.1,
        high: 9.4,
        rival: { name: 'last_gap', value: 1 },
        elicited: true,
      },
    });
    expect(plain(row)).to.deep.equal([
      'You come here about every 7 days.',
      'Mostly between 5 and 9 days.',
      'A rule of thumb says 1 day, just as the last time.',
      'It rests for 80% on what you did, and for the rest on a starting guess.',
      'The weights behind this were chosen by experts, not measured.',
    ]);
    expect(plain(row, NL).slice(0, 3)).to.deep.equal([
      'Je komt hier ongeveer elke 7 dagen.',
      'Meestal tussen 5 en 9 dagen.',
      'Een vuistregel zegt 1 dag, net als de laatste keer.',
    ]);
  });

  it('[W15] a probability is said in tenths, and never as certain', () => {
    const alive = (value: number, rival?: 0 | 1): readonly string[] =>
      plain(
        conclusionRow({
          ...about('alive', 'purchase', ''),
          estimate: {
            value,
            unit: 'probability',
            ...(rival === undefined ? {} : { rival: { name: 'hiatus', value: rival } }),
          },
        }),
      );
    expect(alive(0.72)).to.deep.equal(['The chance that you still buy here: about 7 in 10.']);
    expect(alive(1)[0]).to.equal('The chance that you still buy here: more than 9 in 10.');
    expect(alive(0)[0]).to.equal('The chance that you still buy here: less than 1 in 10.');
    expect(alive(0.5, 1)[1]).to.match(/^A rule of thumb says yes: /);
    expect(alive(0.5, 0)[1]).to.match(/^A rule of thumb says no: /);
  });

  it('[W15] a break says how often chance does that, and asks what was not right', () => {
    const broken = (bits: number): readonly string[] =>
      plain(conclusionRow({ ...about('break', 'looks', 'garden'), estimate: { value: bits, unit: 'bits' } }));
    expect(broken(6)).to.deep.equal([
      'You have not looked at “garden” for longer than usual.',
      'By chance alone that happens about once in 60 times.',
      'If something was not right, the shop would like to hear it.',
    ]);
    expect(broken(1074)[1]).to.equal('By chance alone that happens less than once in 1000 times.');
  });

  it('[W15] a share of a need is mostly, sometimes or rarely from us', () => {
    const tier = (value: number, weight = 3): string | undefined =>
      plain(
        conclusionRow({
          ...about('tier', 'category', 'garden'),
          weight,
          confidence: weight === 0 ? 1 : 0.7,
          estimate: { value, unit: 'share', low: 0.3, high: 0.8 },
        }),
      )[0];
    expect([0.5, 0.2, 0.1].map((share) => tier(share))).to.deep.equal(
      ['mostly', 'sometimes', 'rarely'].map((often) => `You get “garden” ${often} from us.`),
    );
    expect(tier(0.3, 0)).to.equal('You do not get “garden” from us.');
  });

  it('[W15] a conflict sets words beside deeds, and its two answers are named so', () => {
    const row = conclusionRow({
      ...about('conflict', 'category', 'garden'),
      sides: { says: -0.5, does: 1.2, apart: 0.3 },
    });
    expect(plain(row)).to.deep.equal([
      'You said you want less of “garden”, but you look at it or buy it a lot.',
      'By what you said: less than the rest.',
      'By what you look at and buy: far more than the rest.',
      'Both stay as they are until you choose.',
    ]);
    const answer = (level: -1 | 0): string => {
      const statement = { kind: 'preference', facet: 'category', value: 'garden', level } as const;
      return plainLine(wordCorrection({ do: 'declare', statement }, { ...EN, rule: 'conflict' }));
    };
    expect([answer(-1), answer(0)]).to.deep.equal(['What I say counts', 'What I do counts']);
  });

  it('[W15] what is withheld says what was not concluded and why, and what it might have been', () => {
    for (const rule of PROFILE_RULES.slice(PROFILE_RULES.indexOf('affinity')))
      for (const because of WITHHELD_REASONS) {
        const [what, why] = plain(withheldRow({ ...about(rule, 'x', 'y'), because }));
        expect(what).to.equal(PROFILE_WORDS_EN.withheld[rule as 'affinity']);
        expect(why).to.equal(PROFILE_WORDS_EN.because[because]);
      }
    expect(
      plain(withheldRow({ ...about('relationship', 'relationship', 'basic fling'), because: 'unsure' })),
    ).to.deep.equal([
      'Not concluded: how you like the shop to be with you.',
      'It could be more than one thing.',
      'It could be “Just the essentials” / “Surprise me”.',
    ]);
  });

  it('[W15] a type that the site brought goes by its own name, as text of the site', () => {
    const row = factRow({ ...about('said_relationship', 'relationship', 'pals'), provenance: 'declared' });
    const how = { ...EN, format: { ...FORMAT, relationship: () => 'Good pals' } };
    expect(wordRow(row, how).what.slots).to.deep.equal({ type: { site: 'Good pals' } });
    expect(wordRow(row, EN).what.slots).to.deep.equal({ type: { site: 'pals' } });
  });

  it('[W15] a line says on how many rows it rests, and a row for what it is kept', () => {
    const fact = factRow({ ...about('purchase', 'purchase', 'Hose'), provenance: 'observed' });
    expect(plainLine(wordBasis(fact, EN))).to.equal('observed, 1 row');
    expect(plainLine(wordBasis(conclusionRow({ ...fact, evidence: ['a', 'b'], kind: 'conclusion' }), NL))).to.equal(
      'Afgeleid uit 2 regels.',
    );
    const need: DataNeed = { purpose: 'p', signal: 'searches', rows: 2, decisions: 1, verdict: 'used' };
    expect(plainLine(wordNeed(need, EN))).to.equal('2 rows of searches for “p”: moved 1 decision.');
    expect(plainLine(wordNeed({ ...need, verdict: 'not_needed' }, EN))).to.equal(
      '2 rows of searches for “p”: moved no decision, so not needed.',
    );
  });
});
