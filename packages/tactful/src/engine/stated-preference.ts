import { DAY_MS } from './clock.js';
import { readAnchored } from './decay.js';
import type { Said } from './fold-statements.js';

/** What may be made of a value, given what the shopper did and said about it. */
export type Precedence = 'use' | 'use_stated' | 'base_rate' | 'soft_avoid' | 'show_only' | 'obey' | 'veto';

type Sign = 'positive' | 'none' | 'negative';
type Side = 'more' | 'none' | 'less' | 'never';

/**
 * What wins, by what was said and then by what behaviour shows (science 2.5).
 *
 * No row of `less` or `never` has a use in it: behaviour never opens what a statement closed
 * (Kleinberg, Mullainathan, Raghavan 2024 on why revealed preference alone is not enough).
 */
export const PRECEDENCE: Readonly<Record<Side, Readonly<Record<Sign, Precedence>>>> = {
  more: { positive: 'use', none: 'use_stated', negative: 'use_stated' },
  none: { positive: 'use', none: 'base_rate', negative: 'soft_avoid' },
  less: { positive: 'show_only', none: 'obey', negative: 'obey' },
  never: { positive: 'veto', none: 'veto', negative: 'veto' },
};

/** Standard deviations from "like everybody" at which behaviour says something; elicited, science 2.5. */
const CLEAR = 2;
/** Pseudo-events of a statement: "more" outweighs about a month of browsing. Elicited, science 2.4. */
const MASS = { little: 8, much: 16 };
/** Elicited, science 2.4. */
const HALF_LIFE_DAYS = 365;
/** How long a contradiction may stand before it is asked about; elicited, science 2.5. */
const CONTRADICTION_DAYS = 90;

function sideOf(level: number): Side {
  if (level > 0) return 'more';
  if (level <= -2) return 'never';
  return level < 0 ? 'less' : 'none';
}

function signOf(revealedZ: number): Sign {
  if (revealedZ > CLEAR) return 'positive';
  return revealedZ < -CLEAR ? 'negative' : 'none';
}

/**
 * What may be made of a value: `PRECEDENCE` looked up.
 *
 * @param revealedZ - How far behaviour is from "like everybody", in standard deviations: clear above 2 and below -2.
 * @param stated - The level that was stated, -2 to 2; 0 for none.
 */
export function precedence(revealedZ: number, stated: number): Precedence {
  return PRECEDENCE[sideOf(stated)][signOf(revealedZ)];
}

/**
 * A statement as pseudo-events of attention, as of `at`: 8 for "more", 16 for "much more", -8 for "less",
 * halving in a year.
 *
 * "Never" is -8 too but does not decay: it is a rule and not evidence, and is weighed only to tell a conflict.
 */
export function pseudoEvidence(said: Pick<Said<number>, 'value' | 'at'> | undefined, at: number): number {
  if (said === undefined || said.value === 0) return 0;
  if (said.value <= -2) return -MASS.little;
  const mass = said.value > 1 ? MASS.much : Math.sign(said.value) * MASS.little;
  return readAnchored({ value: mass, at: said.at }, { at, halfLifeDays: HALF_LIFE_DAYS });
}

/** Why a statement is worth asking about again. */
export type AskAgain = 'contradicted' | 'faded';

/**
 * Whether to ask "still?" about a statement, and why; `undefined` for no.
 *
 * `contradicted`: more was asked for, and for 90 days since behaviour has had the time to agree and says the
 * opposite. `faded`: under half of its weight is left. "Never" is not asked about, and nothing is twice: `askedAt` is
 * when it was last asked about, if it was.
 */
export function askAgain(
  said: Pick<Said<number>, 'value' | 'at'>,
  now: { readonly at: number; readonly revealedZ: number; readonly askedAt?: number },
): AskAgain | undefined {
  const side = sideOf(said.value);
  if (side === 'never' || side === 'none' || (now.askedAt ?? -Infinity) >= said.at) return undefined;
  const days = (now.at - said.at) / DAY_MS;
  if (side === 'more' && signOf(now.revealedZ) === 'negative' && days >= CONTRADICTION_DAYS) return 'contradicted';
  return days > HALF_LIFE_DAYS ? 'faded' : undefined;
}
