import type { Attack } from './attacks.js';
import type { Step } from './run-attack.js';
import type { Found, Run } from './tally.js';
import type { BreakTexts } from './texts.js';

/** What is under way: an attack with its step, or the removal of what all of them have left. */
export type Under =
  | { readonly do: 'attack'; readonly attack: Attack; readonly step: Step; readonly done: number; readonly of: number }
  | { readonly do: 'reset' };

/** What the page can be asked to do. */
export interface BreakDeeds {
  readonly attack: (attack: Attack) => void;
  readonly reset: () => void;
}

/** Everything that the page is drawn from. */
export interface BreakPage {
  readonly texts: BreakTexts;
  readonly runs: readonly Run[];
  readonly found: Found;
  readonly under: Under | undefined;
  /** The attack whose page did not come. */
  readonly failed: boolean;
  readonly deeds: BreakDeeds;
}
