import {
  html,
  LitElement,
  nothing,
  svg,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { HEALTH_STYLES } from './health-styles.js';
import { LENS_COLOURS } from './lens-colours.js';
import { lensFormat } from './lens-format.js';
import type { LensSource } from './lens-source.js';
import { LensTextsController } from './lens-texts-controller.js';
import type { LensWords } from './lens-words.js';
import { viewHealth, type HealthView } from './view-health.js';

const EVERY_MS = 1000;
const PROBLEMS_IN_SIGHT = 5;
const WIDTH = 400;
const HEIGHT = 12;

/**
 * What the library on this page says of itself, for whoever builds with it: offered = kept + dropped by reason, where it
 * keeps and works, what was lost last, and what was wrong in the catalogue. Closed until somebody opens it.
 *
 * It asks `health()` once a second while it is in the page, and nobody else anything.
 */
export class TactfulHealth extends LitElement {
  static override properties: PropertyDeclarations = { source: { attribute: false }, told: { state: true } };
  /** The element's own styles. */
  static override styles: CSSResult[] = [LENS_COLOURS, HEALTH_STYLES];

  /** Where the page's own instance can be asked; without one it says that none is there. */
  declare source: LensSource | undefined;
  /** What was said last, as text: it is drawn again only when that changes. */
  declare private told: string;
  readonly #words: LensTextsController = new LensTextsController(this);
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.source = undefined;
    this.told = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => {
      this.#ask();
    }, EVERY_MS);
    this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('source')) this.#ask();
  }

  #ask(): void {
    this.told = JSON.stringify(this.source?.health?.() ?? null);
  }

  #bar({ parts, offered }: HealthView): TemplateResult {
    let from = 0;
    const pieces = parts.map(({ kind, count }) => {
      const [x, wide] = [from, (count / offered) * WIDTH];
      from += wide;
      return svg`<rect data-kind=${kind} x=${x} width=${wide} height=${HEIGHT}></rect>`;
    });
    return html`<svg class="bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${pieces}
      </svg>
      <ul class="keys">
        ${parts.map(({ kind, words, count }) => html`<li data-kind=${kind}>${String(count)} ${words}</li>`)}
      </ul>`;
  }

  #counts(view: HealthView, { health: words }: LensWords): TemplateResult {
    if (view.offered === 0) return html`<p class="empty">${words.empty}</p>`;
    return html`<p class="sum">${view.sum}</p>
      ${this.#bar(view)}
      <p class="small" ?data-attention=${!view.addsUp}>${view.addsUp ? words.holds : words.broken}</p>`;
  }

  #problems({ problems }: HealthView, { health: words }: LensWords): TemplateResult {
    const left = problems.length - PROBLEMS_IN_SIGHT;
    return html`<dt>${words.parts.problems}</dt>
      ${problems.length === 0 ? html`<dd>${words.noProblem}</dd>` : nothing}
      ${problems.slice(0, PROBLEMS_IN_SIGHT).map((problem) => html`<dd data-attention><bdi>${problem}</bdi></dd>`)}
      ${left > 0 ? html`<dd class="small">${words.more(left)}</dd>` : nothing}`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.#words.texts?.words;
    if (!words) return nothing;
    const health = this.source?.health?.();
    const { title, well, trouble, none } = words.health;
    if (!health)
      return html`<details lang=${words.lang}>
        <summary>${title}</summary>
        <div class="body"><p class="empty">${none}</p></div>
      </details>`;
    const view = viewHealth(health, words, lensFormat(words.lang));
    return html`<details lang=${words.lang}>
      <summary>
        ${title}:
        <span ?data-attention=${view.attention > 0}>${view.attention === 0 ? well : trouble(view.attention)}</span>
      </summary>
      <div class="body">
        ${this.#counts(view, words)}
        <dl>
          ${view.lines.map(
            ({ name, said, attention }) =>
              html`<dt>${name}</dt>
                <dd ?data-attention=${attention}>${said}</dd>`,
          )}
          ${this.#problems(view, words)}
        </dl>
      </div>
    </details>`;
  }
}
