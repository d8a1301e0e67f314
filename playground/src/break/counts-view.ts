import { html, type TemplateResult } from 'lit';
import type { BreakPage } from './break-page.js';
import { addsUp, droppedOf, otherTallyOf, tallyOf, type Tally } from './tally.js';
import type { BreakTexts } from './texts.js';

function reasonText(reason: string, texts: BreakTexts): string {
  return Object.entries(texts.reasons).find(([known]) => known === reason)?.[1] ?? reason;
}

function sumText(tally: Tally, { sum, sumParts }: BreakTexts): string {
  const { offered, kept, open } = tally;
  const dropped = droppedOf(tally);
  const parts = [
    `${String(kept)} ${sumParts.kept}`,
    `${String(dropped)} ${sumParts.dropped}`,
    ...(open === 0 ? [] : [`${String(open)} ${sumParts.open}`]),
  ];
  return sum(offered, parts.join(' + '));
}

interface Line {
  readonly name: string;
  readonly what: string;
  readonly ours: number;
  /** `undefined`: the other way does not know. */
  readonly other: number | undefined;
}

function linesOf({ runs, found, texts }: BreakPage): readonly Line[] {
  const tally = tallyOf(runs, found);
  const other = otherTallyOf(runs, found);
  const { rows } = texts;
  const named = Object.entries(tally.dropped).map(([reason, count]) => ({
    name: `dropped-${reason}`,
    what: rows.dropped(reasonText(reason, texts)),
    ours: count,
    other: undefined,
  }));
  return [
    { name: 'clicks', what: rows.clicks, ours: tally.clicks, other: other.handed },
    { name: 'offered', what: rows.offered, ours: tally.offered, other: other.handed },
    { name: 'kept', what: rows.kept, ours: tally.kept, other: undefined },
    ...named,
    { name: 'open', what: rows.open, ours: tally.open, other: undefined },
    { name: 'found', what: rows.found, ours: tally.found, other: other.found },
    { name: 'lost', what: rows.lost, ours: tally.lost, other: other.lost },
  ];
}

/** The counts of all attacks so far, and whether they add up. */
export function countsView(page: BreakPage): TemplateResult {
  const { runs, found, texts } = page;
  if (runs.length === 0) return html`<p class="break-empty">${texts.countsEmpty}</p>`;
  const tally = tallyOf(runs, found);
  const holds = addsUp(tally);
  return html`<table class="break-counts">
      <thead>
        <tr>
          <th scope="col">${texts.columns.what}</th>
          <th scope="col">${texts.columns.ours}</th>
          <th scope="col">${texts.columns.other}</th>
        </tr>
      </thead>
      <tbody>
        ${linesOf(page).map(
          ({ name, what, ours, other }) =>
            html`<tr data-count=${name}>
              <th scope="row">${what}</th>
              <td>${String(ours)}</td>
              <td>
                ${other === undefined ? html`<span class="break-unknown">${texts.rows.unknown}</span>` : String(other)}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="break-sum"><bdi>${sumText(tally, texts)}</bdi></p>
    <p class="break-sum" data-holds=${String(holds)}>${holds ? texts.sumHolds : texts.sumBroken}</p>`;
}
