/** The seasons of a garden in the north. */
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

const PICKS: Readonly<Record<Season, readonly string[]>> = {
  spring: [
    'secateurs',
    'lawn-seed',
    'potting-soil-40l',
    'tomato-plants',
    'spade-ash',
    'fence-stain',
    'rain-barrel-200l',
    'herb-set',
  ],
  summer: [
    'hose-20m',
    'hammock',
    'watering-can-zinc',
    'string-lights',
    'parasol-3m',
    'lavender-pot',
    'sprinkler-oscillating',
    'barbecue-kettle',
  ],
  autumn: [
    'tulip-bulbs',
    'leaf-rake',
    'draught-strip',
    'led-filament-globe',
    'winter-fleece',
    'wheelbarrow-85l',
    'radiator-foil',
    'smoke-alarm',
  ],
  winter: [
    'hygrometer',
    'radiator-valve',
    'pendant-lamp',
    'wall-paint-sage',
    'oak-shelf-80',
    'door-brush',
    'screwdriver-set',
    'herb-set',
  ],
};

/** The season of a local date, `2026-10-03`, by whole months. */
export function seasonOf(date: string): Season {
  const month = Number(date.slice(5, 7));
  if (month >= 3 && month <= 5) return 'spring';
  if (month >= 6 && month <= 8) return 'summer';
  return month >= 9 && month <= 11 ? 'autumn' : 'winter';
}

/** The products that the shop puts in its window in a season: the same eight for everybody. */
export function seasonalPicks(season: Season): readonly string[] {
  return PICKS[season];
}
