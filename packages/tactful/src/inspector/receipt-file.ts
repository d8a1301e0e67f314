import type { ErasureCard } from './erasure-card.js';
import type { LensFormat } from './lens-format.js';
import type { LensWords } from './lens-words.js';
import type { Watched } from './watch-controller.js';

/** What a receipt says, line by line: a name, and one or more sentences. */
export type ReceiptLines = readonly (readonly [name: string, said: readonly string[]])[];

/** A receipt in words, in the order in which it is read. */
export function receiptLines(card: ErasureCard, { card: words }: LensWords, format: LensFormat): ReceiptLines {
  const { site, at, offset, removed, kinds, decisions, verified, grade } = card;
  const kindsSaid = kinds.map(({ group, rows }) => `${words.rows(rows)}: ${words.group[group]}`);
  const decided = decisions === 0 ? [] : [`${String(decisions)} ${words.decisions}`];
  const nothing = removed === 0 && decisions === 0;
  return [
    [words.site, [site]],
    [words.when, [format.moment(at, offset)]],
    [words.removed, nothing ? [words.nothing] : [words.rows(removed), ...kindsSaid, ...decided]],
    [words.proof, [verified ? words.verified : words.unverified]],
    [words.grade, [words.grades[grade]]],
  ];
}

/** Whether anything came back, in words; nothing before the first look. */
export function watchLines(
  { lookedAt, back, fresh, blind, over }: Watched,
  words: LensWords,
  format: LensFormat,
): readonly string[] {
  const { card } = words;
  if (lookedAt === undefined) return [blind ? card.blind : card.looking];
  const when = (over ? card.watched : card.watching).replace('{moment}', format.clock(lookedAt));
  return [
    back > 0 ? card.back(back) : card.absent,
    ...(fresh > 0 ? [card.fresh(fresh)] : []),
    blind ? card.blind : when,
  ];
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign);

/** For machines: the same, without the ids of what was erased. */
function receiptJson(card: ErasureCard, watched: Watched): string {
  const { site, scope, at, offset, removed, kinds, decisions, verified, grade } = card;
  const said = { site, scope, at, offset, removed, kinds, decisions, verified, grade };
  const { lookedAt, back, fresh } = watched;
  const document = { format: 'tactful-receipt', v: 1, ...said, watched: { lookedAt: lookedAt ?? null, back, fresh } };
  return JSON.stringify(document, null, 2).replaceAll('<', '\\u003c');
}

/** The receipt as a file: a page to read or print, that asks nobody for anything, with the same as JSON at its end. */
export function receiptFile(
  card: ErasureCard,
  about: { readonly words: LensWords; readonly format: LensFormat; readonly watched: Watched },
): { readonly name: string; readonly text: string; readonly type: string } {
  const { words, format, watched } = about;
  const lines: ReceiptLines = [
    ...receiptLines(card, words, format),
    [words.card.watch, watchLines({ ...watched, over: true }, words, format)],
  ];
  const rows = lines
    .map(([name, said]) => `<dt>${escaped(name)}</dt>${said.map((one) => `<dd>${escaped(one)}</dd>`).join('')}`)
    .join('\n');
  const day = new Date(card.at + card.offset * 60_000).toISOString().slice(0, 10);
  return {
    name: `${words.card.file}-${day}.html`,
    type: 'text/html',
    text: `<!doctype html>
<html lang="${words.lang}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.card.title)} · ${escaped(card.site)}</title>
<style>
:root { color-scheme: light dark; }
body { max-width: 36rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
dt { margin-top: 1rem; font-size: 0.875rem; opacity: 0.75; }
dd { margin: 0; }
pre { overflow: auto; margin-top: 2rem; padding: 1rem; border: 1px solid; font-size: 0.8125rem; }
</style>
<h1>${escaped(words.card.title)}</h1>
<dl>
${rows}
</dl>
<p>${escaped(words.card.note)}</p>
<pre>${escaped(receiptJson(card, watched))}</pre>
</html>
`,
  };
}
