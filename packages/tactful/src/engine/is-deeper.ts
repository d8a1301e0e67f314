import type { Json } from './json.js';

/** Whether a value has more levels of lists and objects than that; a circle has. Looks no further down than `levels`. */
export const isDeeper = (value: Json, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((each: Json) => isDeeper(each, levels - 1)));
