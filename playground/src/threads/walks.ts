import type { Deed, Step } from './step.js';

/** The prepared shoppers, in the order in which they are offered. */
export const WALKS = ['gardener', 'gift', 'medicine', 'conflict'] as const;

/** One of {@link WALKS}. */
export type WalkName = (typeof WALKS)[number];

const DAY = 86_400;

const step = (deed: Deed, at: number, ...about: readonly string[]): Step => ({ deed, at, about });

const gardener: readonly Step[] = [
  step('look', 3, 'hose-20m'),
  step('look', 8, 'watering-can-zinc'),
  step('search', 15, 'watering'),
  step('look', 22, 'secateurs'),
  step('save', 29, 'laser-level'),
  step('look', 37, 'lavender-pot'),
  step('save', 46, 'hose-reel'),
];

const gift: readonly Step[] = [
  step('search', 4, 'lighting'),
  step('look', 11, 'string-lights'),
  step('look', 18, 'pendant-lamp'),
  step('save', 26, 'string-lights'),
  step('cart', 39, 'pendant-lamp'),
  step('gift', 48),
];

const medicine: readonly Step[] = [
  step('save', 4, 'wall-paint-sage'),
  step('search', 10, 'paint'),
  step('look', 17, 'painkillers-20'),
  step('look', 25, 'sleep-drops'),
  step('cart', 36, 'painkillers-20'),
  step('cart', 44, 'roller-set'),
  step('buy', 55, 'roller-set', 'painkillers-20'),
];

// A visit can speak only so loud, so saying and doing can be told apart only over several.
const conflict: readonly Step[] = [
  step('less', 6, 'garden'),
  step('buy', 40, 'spade-ash', 'compost-40l'),
  step('buy', 2 * DAY + 22, 'lavender-pot', 'potting-soil-40l'),
  step('buy', 4 * DAY + 31, 'tulip-bulbs', 'garden-gloves'),
  step('buy', 6 * DAY + 12, 'lawn-seed', 'leaf-rake'),
  step('buy', 8 * DAY + 45, 'hydrangea-white', 'bark-mulch'),
  step('buy', 10 * DAY + 18, 'herb-set', 'terracotta-pot-30'),
];

/** The clicks of each prepared shopper, in the order in which they happened. */
export const walks: Readonly<Record<WalkName, readonly Step[]>> = { gardener, gift, medicine, conflict };
