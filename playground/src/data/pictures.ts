import type { Picture } from './picture.js';
import { buildingPictures } from './pictures/building.js';
import { electricalPictures } from './pictures/electrical.js';
import { gardenPictures } from './pictures/garden.js';
import { heatingPictures } from './pictures/heating.js';
import { lightingPictures } from './pictures/lighting.js';
import { paintPictures } from './pictures/paint.js';
import { plumbingPictures } from './pictures/plumbing.js';
import { toolsPictures } from './pictures/tools.js';

export type { Picture } from './picture.js';

/**
 * The line drawings by name, as path data, so that no markup passes through the shop. Draw each path in a view box of
 * `0 0 96 96` with `currentColor`, a stroke of 2.5, round caps and joins, and `fill="none"` unless it says `accent`.
 */
export const pictures: Readonly<Record<string, Picture>> = {
  ...gardenPictures,
  ...toolsPictures,
  ...paintPictures,
  ...electricalPictures,
  ...plumbingPictures,
  ...buildingPictures,
  ...lightingPictures,
  ...heatingPictures,
};
