import { html, type TemplateResult } from 'lit';
import type { LensTab, LensView } from './lens-view.js';
import type { Drawing } from './render-phrase.js';

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Which tab a key goes to: the arrows go around, in the direction in which the tabs stand. */
function tabFor(
  key: string,
  about: { readonly tabs: readonly LensTab[]; readonly from: number; readonly mirrored: boolean },
): LensTab | undefined {
  const { tabs, from, mirrored } = about;
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs.at(-1);
  const step = STEPS[key];
  return step === undefined ? undefined : tabs[(from + (mirrored ? -step : step) + tabs.length) % tabs.length];
}

/** The parts of the lens, one of them in sight: arrows, Home and End go from one to another. */
export function renderTabs({ tabs }: LensView, { words, state, actions }: Drawing): TemplateResult {
  return html`<div
    class="tabs"
    role="tablist"
    aria-label=${words.heading}
    @keydown=${(event: KeyboardEvent) => {
      const { currentTarget, key } = event;
      const mirrored = currentTarget instanceof Element && getComputedStyle(currentTarget).direction === 'rtl';
      const next = tabFor(key, { tabs, from: tabs.indexOf(state.tab), mirrored });
      if (next === undefined) return;
      event.preventDefault();
      actions.choose(next);
    }}
  >
    ${tabs.map(
      (tab) =>
        html`<button
          role="tab"
          id="tab-${tab}"
          aria-controls="panel-${tab}"
          aria-selected=${String(tab === state.tab)}
          tabindex=${tab === state.tab ? '0' : '-1'}
          @click=${() => {
            actions.choose(tab);
          }}
        >
          ${words.tabs[tab]}
        </button>`,
    )}
  </div>`;
}
