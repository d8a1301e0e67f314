// docs/words.md against the code: the same codes, the same sentences, the same events; and what the words weigh.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const engine = fileURLToPath(new URL('packages/tactful/src/engine/', root));
const WORDS_BUDGET = 7_600; // bytes, both languages, min+brotli: a page fetches one of them when it explains

/** Bundles some engine modules as one script. */
async function bundle(names, minify) {
  const result = await build({
    stdin: {
      contents: names.map((name) => `export * from './${name}.ts';`).join('\n'),
      resolveDir: engine,
      loader: 'ts',
    },
    bundle: true,
    charset: 'utf8',
    format: 'esm',
    minify,
    write: false,
  });
  return result.outputFiles[0].contents;
}

/** The cells of every table row whose first cell holds a code, by that code. */
function rowsOf(markdown) {
  const rows = new Map();
  for (const line of markdown.split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const code = /^(?:<a id="([^"]+)"><\/a>)?`([A-Za-z_]+)`$/.exec(cells[0] ?? '');
    if (code) {
      assert.ok(!rows.has(code[2]), `${code[2]}: listed twice`);
      rows.set(code[2], { anchor: code[1], cells });
    }
  }
  return rows;
}

describe('docs/words.md', () => {
  let rows;
  let words;

  before(async () => {
    rows = rowsOf(await readFile(new URL('docs/words.md', root), 'utf8'));
    const source = await bundle(['reason', 'words', 'words-en', 'words-nl', 'event-names'], false);
    words = await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
  });

  const spoken = ({ shopper, shopperWith = [] }) => [shopper, ...shopperWith].join(' / ');

  it('[W10] lists every code with the sentences the shopper reads', () => {
    for (const code of words.REASON_CODES) {
      const row = rows.get(code);
      assert.ok(row, `${code}: not listed`);
      assert.deepEqual(row.cells.slice(-2), [spoken(words.WORDS_EN[code]), spoken(words.WORDS_NL[code])], code);
    }
  });

  it('[W10] has the place that the developer sentence points to', () => {
    for (const code of words.REASON_CODES) {
      const place = words.sentence({ code, level: 'developer', lang: 'en' }).split(' ').at(-1);
      assert.equal(`docs/words.md#${rows.get(code)?.anchor}`, place, code);
    }
  });

  it('[W10] says the depth of every silence and what ends it', () => {
    for (const code of words.SILENCE_REASONS) {
      const [, leave, ends] = rows.get(code).cells;
      const ending = words.ENDED_BY[code];
      const start = ending === 'wait' ? 'Time' : ending === 'none' ? 'Nothing the shopper does' : 'The shopper: ';
      assert.equal(leave, words.leaveOf(code), code);
      assert.ok(ends.startsWith(start), `${code}: ${ends}`);
    }
  });

  it('[W10] lists every event, and who writes it', () => {
    const names = Object.keys(words)
      .filter((key) => key.endsWith('_EVENT_NAMES'))
      .flatMap((key) => words[key]);
    assert.ok(names.length > 0);
    for (const name of names) {
      const writer = words.isTracked(name) ? 'the page, `track()`' : 'tactful: ';
      assert.ok(rows.get(name)?.cells[1]?.startsWith(writer), name);
    }
    assert.deepEqual([...rows.keys()].sort(), [...words.REASON_CODES, ...names].sort(), 'a row too many');
  });

  it('[D103] lists every term and every input of a sum with its name in both languages', async () => {
    const text = await readFile(new URL('docs/words.md', root), 'utf8');
    const { ACCOUNT_WORDS_EN: en, ACCOUNT_WORDS_NL: nl } = words;
    const lines = [
      ...Object.keys(en.term).map((term) => [`term.${term}`, en.term[term].name, nl.term[term].name]),
      ...Object.keys(en.feature).map((input) => [`input.${input}`, en.feature[input], nl.feature[input]]),
    ];
    for (const [name, english, dutch] of lines) {
      const line = text.split('\n').find((one) => one.startsWith(`| \`${name}\` |`));
      assert.ok(line?.endsWith(`| ${english} | ${dutch} |`), `${name}: ${line}`);
    }
    assert.equal(text.match(/^\| `(?:term|input)\.\w+` \|/gm)?.length, lines.length, 'a row too many');
  });

  it('[W11] the words of both languages stay within their budget', async () => {
    const bytes = brotliCompressSync(await bundle(['words-en', 'words-nl'], true)).length;
    assert.ok(bytes <= WORDS_BUDGET, `${bytes} bytes, budget ${WORDS_BUDGET}`);
  });
});
