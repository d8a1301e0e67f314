import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTactful, type Ran } from '../test/ran.js';
import { DAY_MS, MINUTE_MS, type JsonObject, type ProfileView } from 'tactful/engine';
import { NOON, SMALL_CATALOG } from '../test/small-shop.js';

const item = (department: string, kind: string): JsonObject => ({
  item_id: `${department}-${kind}`,
  item_name: `${department} thing ${kind}`,
  item_category: department,
  item_category2: `${department} ${kind}`,
  price: 30,
});

/** `name` on a day and minute of the log, two hours east of UTC. */
const told = (name: string, [day, minute]: readonly [number, number], params: JsonObject = {}): JsonObject => ({
  name,
  at: NOON + day * DAY_MS + minute * MINUTE_MS,
  offset: 120,
  params,
});
const look = (when: readonly [number, number], thing: JsonObject): JsonObject =>
  told('view_item', when, { currency: 'EUR', engagement_time_msec: 20_000, items: [thing] });
const buy = (when: readonly [number, number], order: string, thing: JsonObject): JsonObject =>
  told('purchase', when, { currency: 'EUR', transaction_id: order, value: 30, items: [thing] });

/** Six weeks of a shopper: looks, words, purchases, a complaint, a promise, a task and a gift. */
const ROWS: readonly JsonObject[] = [
  told('page_view', [0, 0]),
  look([0, 1], item('garden', 'a')),
  buy([0, 3], 'o1', item('garden', 'a')),
  told('page_view', [7, 0]),
  look([7, 1], item('garden', 'b')),
  told('preference_stated', [7, 2], { facet: 'category', value: 'garden', level: 2 }),
  told('never_stated', [7, 3], { class: 'coupon' }),
  told('page_view', [14, 0]),
  told('complaint_opened', [14, 1], { complaint_id: 'leak' }),
  told('promise_made', [14, 2], { promise_id: 'a new hose', due: '2026-07-01' }),
  told('page_view', [21, 0]),
  told('visit_marked', [21, 1], { as: 'gift' }),
  look([21, 2], item('lighting', 'a')),
  told('page_view', [28, 0]),
  look([28, 1], item('garden', 'a')),
  buy([28, 3], 'o2', item('garden', 'a')),
  told('page_view', [35, 0]),
  look([35, 1], item('garden', 'c')),
  told('task_started', [35, 2], { task_id: 'plan', title: 'Plan the lawn' }),
];

const MODEL = {
  format: 'tactful-model',
  version: 1,
  purchases: { kind: 'mbg', r: 0.525, alpha: 6.183, a: 0.891, b: 1.614, spanWeeks: 78 },
  spend: { p: 6.25, q: 3.74, gamma: 1544, currency: 'EUR', unit: 'minor' },
  fit: { customers: 2357, logLikelihood: -9580, unidentified: [] },
};

describe('tactful profile', () => {
  let folder = '';
  const place = (name: string): string => path.join(folder, name);
  const put = (name: string, value: unknown): Promise<void> =>
    writeFile(place(name), typeof value === 'string' ? value : JSON.stringify(value));

  const run = (...args: readonly string[]): Promise<Ran> => runTactful(['profile', ...args]);
  const onLog = (...args: readonly string[]): Promise<Ran> => run('--events', place('log.jsonl'), ...args);

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tactful-profile-'));
    await put('log.jsonl', [...ROWS, { name: 'telepathy', at: NOON }].map((row) => JSON.stringify(row)).join('\n'));
    await put('catalog.json', SMALL_CATALOG);
    await put('model.json', MODEL);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('[S35] prints every subject with its lines, each with what it rests on, at most 100 columns wide', async () => {
    const { code, out, err } = await onLog();
    expect([code, err]).to.deep.equal([0, []]);
    expect(out[0]).to.equal('As of 2026-07-06 14:02, from 19 rows in 6 visits.');
    const titles = out.filter((line, n) => out[n - 1] === '' && !line.startsWith(' '));
    expect(titles.slice(0, -1)).to.deep.equal([
      'What you said',
      'What happened',
      'What you may like',
      'Your rhythm',
      'What the shop may expect',
      'You and the shop',
      'Right now',
      'What it is kept for',
    ]);
    expect(out).to.include('  You said you like “garden” a lot. (said by you, 1 row)');
    expect(out).to.include('  You bought “garden thing a”. (observed, 1 row)');
    expect(out).to.include('  Not finished yet: “Plan the lawn”. (said by you, 1 row)');
    const rhythm = out.findIndex((line) => /^ {2}You come here about every \d+ days\.$/.test(line));
    expect(out.slice(rhythm + 1, rhythm + 5).join(' ')).to.match(
      /^ {4}Mostly between .* A rule of thumb says 7 days, .* on a starting guess\. {5}Concluded from 6 rows\. The weights /,
    );
    expect(Math.max(...out.map(({ length }) => length))).to.be.at.most(100);
  });

  it('[S35] no line of any of it falls back on what nobody wrote words for', async () => {
    for (const lang of ['en', 'nl']) {
      const { out } = await onLog('--lang', lang, '--model', place('model.json'), '--catalog', place('catalog.json'));
      const open = out.filter((line) => /[{}]|undefined|NaN|without a name|zonder naam|^ {2}“[^”]*”: /.test(line));
      expect(open).to.deep.equal([]);
    }
  });

  it('[S36] --at leaves out what came later, and reads the rest as of that moment', async () => {
    const { code, out } = await onLog('--at', '2026-06-09T10:00+02:00');
    expect(code).to.equal(0);
    expect(out.slice(0, 2)).to.deep.equal([
      'As of 2026-06-09 10:00, from 7 rows in 2 visits.',
      '12 later rows left out.',
    ]);
    expect(out).to.include('  You last bought here 8 days ago.');
    expect(out).to.not.include('  Your complaint is open: “leak”. (between you and the shop, 1 row)');
    const early = await onLog('--at', '2020-01-01');
    expect([early.code, early.err]).to.deep.equal([
      1,
      [`tactful: ${place('log.jsonl')}: no row by then; the first is at 2026-06-01T14:00:00+02:00`],
    ]);
  });

  it('[S37] every wrong call and every file that cannot be used is one line', async () => {
    const wrong: readonly (readonly [readonly string[], 1 | 2, string])[] = [
      [[], 2, 'profile needs --events FILE'],
      [['x', '--events', 'y'], 2, 'profile takes no x'],
      [['--events', 'y', '--lang', 'de'], 2, '--lang: de; known: en, nl'],
      [['--events', 'y', '--at', 'noon'], 2, '--at: noon; should be: a moment as 2026-06-01T14:00+02:00 or a day'],
      [['--events', 'y', '--household', '3'], 2, "Unknown option '--household'"],
      [['--events', place('none.jsonl')], 1, `${place('none.jsonl')}: no such file`],
      [['--events', place('model.json')], 1, `${place('model.json')}: no usable row: row 1: at: not a number`],
      [
        ['--events', place('log.jsonl'), '--catalog', place('model.json')],
        1,
        `${place('model.json')}: format: "tactful-model"`,
      ],
      [
        ['--events', place('log.jsonl'), '--model', place('catalog.json')],
        1,
        `${place('catalog.json')}: format: "tactful-catalog"; should be: "tactful-model", as tactful fit writes it`,
      ],
    ];
    for (const [args, code, message] of wrong) {
      const ran = await run(...args);
      expect({ args, code: ran.code, out: ran.out, lines: ran.err.length }).to.deep.equal({
        args,
        code,
        out: [],
        lines: 1,
      });
      expect(ran.err[0]).to.match(/^tactful: [^\n]+$/);
      expect(ran.err[0]).to.contain(message);
    }
  });

  it('[S38] lifetime value takes the model of the shop; without one it says what is missing', async () => {
    const [none, some] = [await onLog(), await onLog('--model', place('model.json'))];
    const missing = '    The shop has not brought the figures that this takes.';
    expect(none.out).to.include(missing);
    expect(some.out).to.not.include(missing);
    expect(some.out.filter((line) => line.startsWith('  What the shop may earn'))).to.have.length(1);
  });

  it('[S40] a spend model in other or unnamed money is left out aloud, and lifetime value is withheld', async () => {
    const { currency, unit, ...bare } = MODEL.spend;
    expect([currency, unit]).to.deep.equal(['EUR', 'minor']);
    const wrong: readonly (readonly [object, string])[] = [
      [bare, 'undefined'],
      [{ ...MODEL.spend, currency: 'USD' }, '"USD"'],
    ];
    for (const [spend, found] of wrong) {
      await put('money.json', { ...MODEL, spend });
      const { code, out, err } = await onLog('--model', place('money.json'));
      expect(code).to.equal(0);
      expect(err).to.deep.equal([
        `dropped: model.spend.currency: ${found}; should be: "EUR", as tactful fit --currency EUR writes it`,
      ]);
      expect(out).to.include('    The shop has not brought the figures that this takes.');
    }
  });

  it('[S38] with a catalogue the ledger tells what moved a decision; without one, that nothing was decided', async () => {
    const [none, some] = [await onLog(), await onLog('--catalog', place('catalog.json'))];
    expect(none.out).to.include('  No decisions in this log: give a catalogue to have them made.');
    expect(none.out).to.include(
      '  11 rows of pages and products looked at for “personalization”: not tried in a decision yet.',
    );
    expect(some.out).to.include('  With the catalogue 7 decisions were made to see this.');
    expect(some.out.filter((line) => / moved \d+ decision/.test(line))).to.not.be.empty;
  });

  it('[S38] refused rows are counted by the rule that refused them, never by value', async () => {
    const { out } = await onLog();
    expect(out.slice(-2)).to.deep.equal(['1 row refused:', '  1  name: unknown event']);
    await put('good.json', ROWS);
    const good = await run('--events', place('good.json'));
    expect(good.out.at(-1)).to.equal('No row was refused.');
  });

  it('[S39] --json is the profile itself, and --lang nl the same lines in Dutch', async () => {
    const { code, out, err } = await onLog('--json');
    expect([code, err]).to.deep.equal([0, ['refused: row 20: name: unknown event']]);
    const view = JSON.parse(out.join('\n')) as ProfileView;
    expect([view.rows, view.visits, view.now.offset]).to.deep.equal([19, 6, 120]);
    expect(Object.keys(view)).to.have.members(['now', 'rows', 'visits', 'profile', 'needs']);
    const shown = (await onLog()).out;
    const dutch = (await onLog('--lang', 'nl')).out;
    expect(dutch).to.include('  Je zei dat je “garden” heel leuk vindt. (door jou gezegd, 1 regel)');
    const lines = (texts: readonly string[]): number => texts.filter((line) => /^ {2}\S/.test(line)).length;
    expect(lines(dutch)).to.equal(lines(shown));
  });

  it('[S39] text of the log cannot steer the terminal', async () => {
    await put('odd.json', [told('task_started', [0, 0], { task_id: 't', title: 'x\u001b[2Jy\nz\u202eq' })]);
    const { out } = await run('--events', place('odd.json'));
    expect(out).to.include('  Not finished yet: “x [2Jy z q”. (said by you, 1 row)');
  });
});
