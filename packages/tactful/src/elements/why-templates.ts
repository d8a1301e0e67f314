import { html, nothing, type TemplateResult } from 'lit';
import type { Event, Explanation } from '../client/index.js';
import { momentText, rowText } from './event-row.js';
import type { Texts } from './texts.js';

/** What is known about a decision, ready to be said. */
export interface Account {
  readonly explanation: Explanation;
  /** When a silence ends, where it has an end. */
  readonly until: number | undefined;
}

function rows(events: readonly Event[], texts: Texts): TemplateResult {
  const { why, lang } = texts;
  if (events.length === 0) return html`<p class="rows">${why.noRows}</p>`;
  return html`<div>
    <p class="rows" id="rows">${why.rows}</p>
    <ul part="rows" class="rows" aria-labelledby="rows">
      ${events.map(
        (event) =>
          html`<li>
            <time datetime=${new Date(event.at).toISOString()}>${momentText(event.at, lang)}</time>
            <span><bdi>${rowText(event, texts)}</bdi></span>
          </li>`,
      )}
    </ul>
  </div>`;
}

function considered({ counts }: Explanation, { why }: Texts): TemplateResult | typeof nothing {
  // The words of a newer engine's verdict may be missing: its code is shown instead.
  const words: Readonly<Record<string, string>> = why.verdicts;
  const verdicts = Object.entries(counts).sort(([, a], [, b]) => b - a);
  if (verdicts.length === 0) return nothing;
  return html`<details>
    <summary part="considered">${why.considered}</summary>
    <ul part="counts" class="counts">
      ${verdicts.map(([verdict, count]) => html`<li><b>${count}</b> <span>${words[verdict] ?? verdict}</span></li>`)}
    </ul>
  </details>`;
}

/** Why an offer that was considered was not the one, when that is asked. */
function unchosen(
  { shortlist }: Explanation,
  { offer, why }: { offer: string | undefined; why: Texts['why'] },
): string | undefined {
  const candidate = offer === undefined ? undefined : shortlist.find(({ offerId }) => offerId === offer);
  return candidate && candidate.verdict !== 'CHOSEN' ? why.verdicts[candidate.verdict] : undefined;
}

/** The reasons as sentences, the rows they rest on, and how many others were considered. */
export function account(
  { explanation, until }: Account,
  told: { texts: Texts; offer: string | undefined },
): TemplateResult {
  const { texts, offer } = told;
  const { why, lang } = texts;
  const evidence = new Map(explanation.reasons.flatMap((reason) => reason.evidence.map((event) => [event.id, event])));
  const verdict = unchosen(explanation, { offer, why });
  const sentences = explanation.reasons.map(({ text }) => text);
  const end = until === undefined ? undefined : momentText(until, lang);
  const saidAlready = end === undefined || sentences.some((text) => text.includes(end));
  return html`${verdict === undefined ? nothing : html`<p part="verdict">${verdict}</p>`}
    <ul part="reasons" lang=${explanation.lang}>
      ${sentences.map((text) => html`<li>${text}</li>`)}
    </ul>
    ${saidAlready ? nothing : html`<p part="until">${why.until(end)}</p>`}
    ${rows(
      [...evidence.values()].sort((a, b) => b.at - a.at),
      texts,
    )}
    ${considered(explanation, texts)}`;
}
