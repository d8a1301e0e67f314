import { DAY_MS, ln } from 'tactful/engine';
import { PRIVACY_MIXES, type PrivacyMix } from './world-preset.js';
import { drawBeta, drawGamma, drawNormal, drawShares, openStream, pickShare, type Stream } from './world-random.js';

/** What somebody is like. Hidden: no policy sees it, it only answers for it. */
export interface Shopper {
  /** How much each category matters; adds up to 1. */
  readonly taste: readonly number[];
  /** The category they would name; for three in ten another than what they do says. */
  readonly stated: number;
  readonly privacy: 'averse' | 'pragmatic' | 'open';
  readonly relation: 'basic' | 'partner' | 'fling' | 'attentive';
  readonly dislikesOneSize: boolean;
  readonly dislikesRepeats: boolean;
  readonly abandonsDetours: boolean;
  readonly visitsPerDay: number;
  /** 1 comes at random, 4 like a clock. */
  readonly regularity: 1 | 2 | 4;
  readonly commutes: boolean;
  /** Chance to stop needing the shop after a purchase, whatever it says. */
  readonly dropOut: number;
  /** After how many days a hurt is forgiven; Infinity for who never does. */
  readonly forgivesAfterDays: number;
  /** When a bereavement asks for silence, in milliseconds since the start; absent for nine in ten. */
  readonly bereavedAt?: number;
  /** How far they differ from the formulas, in units of Student's t. */
  readonly oddity: number;
}

/** Days that a simulation lasts. */
export const HORIZON_DAYS = 180;

const RELATIONS = ['basic', 'partner', 'fling', 'attentive'] as const;
const RELATION_SHARES = [0.55, 0.15, 0.2, 0.1];
const PRIVACY = ['averse', 'pragmatic', 'open'] as const;
const REGULARITIES = [1, 2, 4] as const;
/** Mean .02 a purchase, and far from the same for all. Elicited: science 11.1 prints no numbers. */
const DROP_OUT = [0.8, 39.2] as const;
/** Who recovers, does so after a time that is exponential with this mean (science 6.7). */
const FORGIVES_DAYS = 313;

const isTrue = (stream: Stream, share: number): boolean => stream() < share;

/** Student's t with 3 degrees of freedom. */
const drawOddity = (stream: Stream): number => drawNormal(stream) / Math.sqrt((2 * drawGamma(stream, 1.5)) / 3);

function favourite(taste: readonly number[]): number {
  return taste.reduce((best, share, category) => (share > (taste[best] ?? 0) ? category : best), 0);
}

function drawStated(stream: Stream, taste: readonly number[]): number {
  const [agrees, other] = [isTrue(stream, 0.7), Math.floor(stream() * (taste.length - 1))];
  const revealed = favourite(taste);
  if (agrees) return revealed;
  return other < revealed ? other : other + 1;
}

/** One shopper out of the population (science 11.1): the same seed and number, the same shopper. */
export function drawShopper(
  seed: number,
  shopper: number,
  how: { readonly categories: number; readonly privacy?: PrivacyMix },
): Shopper {
  const { categories, privacy = 'essays' } = how;
  const stream = openStream(seed, shopper, 0);
  const taste = drawShares(
    stream,
    Array.from({ length: categories }, () => 6 / categories),
  );
  const drawn = {
    taste,
    stated: drawStated(stream, taste),
    privacy: PRIVACY[pickShare(PRIVACY_MIXES[privacy], stream())] ?? 'pragmatic',
    relation: RELATIONS[pickShare(RELATION_SHARES, stream())] ?? 'basic',
    dislikesOneSize: isTrue(stream, 0.87),
    dislikesRepeats: isTrue(stream, 0.92),
    abandonsDetours: isTrue(stream, 0.47),
    visitsPerDay: (0.18 * drawGamma(stream, 1.2)) / 1.2,
    regularity: REGULARITIES[Math.floor(stream() * 3)] ?? 1,
    commutes: isTrue(stream, 0.5),
    dropOut: drawBeta(stream, DROP_OUT),
    forgivesAfterDays: isTrue(stream, 0.77) ? -FORGIVES_DAYS * ln(1 - stream()) : Infinity,
    oddity: drawOddity(stream),
  };
  const [bereaved, when] = [isTrue(stream, 0.1), stream()];
  return bereaved ? { ...drawn, bereavedAt: when * HORIZON_DAYS * DAY_MS } : drawn;
}

/** The category that what they do speaks for most. */
export function revealedFavourite({ taste }: Pick<Shopper, 'taste'>): number {
  return favourite(taste);
}
