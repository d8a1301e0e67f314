import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Lang } from '../language.js';
import { attackView } from './attack-view.js';
import { ATTACKS, type Attack } from './attacks.js';
import type { BreakPage, Under } from './break-page.js';
import { countsView } from './counts-view.js';
import { openTab } from './open-tab.js';
import { lookAfterwards, runAttack, type Stage } from './run-attack.js';
import type { Found, Run } from './tally.js';
import { breakTexts } from './texts.js';
import { verdictOf } from './verdict.js';

const NOTHING_FOUND: Found = { ours: new Set(), other: new Set() };

/**
 * The page Try to break it: the running library is attacked on a second page in a frame, beside a way that is often used
 * instead, and both are counted.
 *
 * What is clicked is invented, and kept in a store of its own until one starts over. It draws into the page itself, as the
 * shop does.
 */
export class ShopBreak extends LitElement {
  /** The reactive properties, for Lit. */
  static override properties: PropertyDeclarations = {
    lang: {},
    runs: { state: true },
    found: { state: true },
    under: { state: true },
    failed: { state: true },
    said: { state: true },
  };

  /** The language that it speaks. */
  declare lang: Lang;

  declare private runs: readonly Run[];
  declare private found: Found;
  declare private under: Under | undefined;
  declare private failed: boolean;
  declare private said: string;
  #clicks = 0;
  /** What an earlier visit has left goes before the first attack of this one. */
  #swept = false;

  constructor() {
    super();
    this.lang = 'en';
    this.runs = [];
    this.found = NOTHING_FOUND;
    this.under = undefined;
    this.failed = false;
    this.said = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const page = this.#page();
    const { texts, runs, under, deeds } = page;
    return html`
      <p class="break-private">${texts.private}</p>
      <section class="break-panel" aria-labelledby="break-counts-title">
        <div class="break-panel-head">
          <h2 id="break-counts-title" tabindex="-1">${texts.counts}</h2>
          ${
            runs.length === 0 && under?.do !== 'reset'
              ? nothing
              : html`<button
                  type="button"
                  class="break-button break-reset"
                  aria-disabled=${String(under !== undefined)}
                  @click=${deeds.reset}
                >
                  ${texts.reset}
                </button>`
          }
        </div>
        <div class="break-panel-body">
          <div>${countsView(page)}</div>
          <div class="break-second">
            <p class="break-second-title">${texts.stage}</p>
            <div class="break-stage" ?data-busy=${under !== undefined}></div>
            ${under === undefined ? html`<p class="break-empty">${texts.stageEmpty}</p>` : nothing}
          </div>
        </div>
        ${this.failed ? html`<p class="break-verdict" data-held="false">${texts.failed}</p>` : nothing}
      </section>
      <ul class="break-attacks">
        ${ATTACKS.map((attack) => attackView(attack, page))}
      </ul>
      <details class="break-how">
        <summary>${texts.how}</summary>
        <p>${texts.howText}</p>
      </details>
      <section class="break-teacher" aria-labelledby="break-teacher-title">
        <h2 id="break-teacher-title">${texts.teacher}</h2>
        <ol>
          ${texts.questions.map((question) => html`<li>${question}</li>`)}
        </ol>
      </section>
      <p class="visually-hidden" role="status">${this.said}</p>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // what was said was said in the language of then
    if (changed.has('lang') && changed.get('lang') !== undefined) this.said = '';
  }

  #page(): BreakPage {
    const { lang, runs, found, under, failed } = this;
    return {
      runs,
      found,
      under,
      failed,
      texts: breakTexts(lang),
      deeds: {
        attack: (attack) => {
          void this.#attack(attack);
        },
        reset: () => {
          void this.#reset();
        },
      },
    };
  }

  #stage(attack: Attack): Stage {
    const texts = breakTexts(this.lang);
    return {
      open: () => this.#open(),
      next: () => ++this.#clicks,
      progress: (step, done, of) => {
        this.under = { do: 'attack', attack, step, done, of };
        this.said = texts.steps[step];
      },
    };
  }

  #open(): ReturnType<typeof openTab> {
    const stage = this.querySelector('.break-stage');
    if (!stage) throw new Error('the page was left');
    return openTab(stage, breakTexts(this.lang).stage);
  }

  async #sweep(): Promise<void> {
    const { tab, close } = await this.#open();
    try {
      await tab.erase();
    } finally {
      close();
    }
    this.#swept = true;
  }

  async #attack(attack: Attack): Promise<void> {
    if (this.under !== undefined) return;
    this.failed = false;
    const stage = this.#stage(attack);
    stage.progress('open', 0, 3);
    try {
      if (!this.#swept) await this.#sweep();
      const run = await runAttack(attack, stage);
      this.found = await lookAfterwards(stage);
      this.runs = [...this.runs, run];
      const { ours, other } = verdictOf(run, this.found, breakTexts(this.lang));
      this.said = `${ours} ${other}`;
    } catch {
      // blocked, offline, or the page was left: nothing was counted, and the page says so
      this.failed = true;
      this.said = breakTexts(this.lang).failed;
    } finally {
      this.under = undefined;
    }
  }

  async #reset(): Promise<void> {
    if (this.under !== undefined) return;
    this.under = { do: 'reset' };
    this.failed = false;
    this.said = breakTexts(this.lang).resetting;
    try {
      await this.#sweep();
      this.runs = [];
      this.found = NOTHING_FOUND;
      this.said = breakTexts(this.lang).wasReset;
    } catch {
      // as above
      this.failed = true;
      this.said = breakTexts(this.lang).failed;
    } finally {
      this.under = undefined;
      await this.updateComplete;
      this.querySelector<HTMLElement>('#break-counts-title')?.focus();
    }
  }
}
