import type { DayCardId } from '@tactful/simulator';
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { cemeteryScene, parcelScene, rivalScene } from './scenes-afternoon.js';
import { dinnerScene, sofaScene, tellMeScene } from './scenes-evening.js';
import { doorScene, tillScene, trainScene } from './scenes-morning.js';

const SCENES: Readonly<Record<DayCardId, SVGTemplateResult>> = {
  train: trainScene,
  door: doorScene,
  till: tillScene,
  rival: rivalScene,
  parcel: parcelScene,
  cemetery: cemeteryScene,
  dinner: dinnerScene,
  sofa: sofaScene,
  tellMe: tellMeScene,
};

/** The picture of a card; whatever holds it has the words. */
export function scene(card: DayCardId): TemplateResult {
  return html`<svg
    class="day-scene"
    viewBox="0 0 320 200"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
    focusable="false"
  >
    ${SCENES[card]}
  </svg>`;
}
