import type { Lang } from '../language.js';
import type { DayAction, DayState } from './day-state.js';
import type { HalfYear } from './shopper-runs.js';
import type { DayTexts } from './texts.js';

/** What the views can ask of the page. */
export interface DayDeeds {
  readonly act: (action: DayAction) => void;
  readonly copyLink: () => void;
  readonly useKeys: (use: boolean) => void;
  /** Lets the shoppers live that were stopped, or failed. */
  readonly run: () => void;
  readonly stop: () => void;
}

/** Everything the views are drawn from. */
export interface DayPage {
  readonly lang: Lang;
  readonly texts: DayTexts;
  readonly state: DayState;
  readonly half: HalfYear;
  /** Whether single keys do something. */
  readonly keys: boolean;
  /** How many pixels the chart is wide. */
  readonly width: number;
  readonly deeds: DayDeeds;
}
