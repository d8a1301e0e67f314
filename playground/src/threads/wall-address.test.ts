import { expect } from 'chai';
import fc from 'fast-check';
import { LANGUAGES } from '../language.js';
import { shelfProducts } from './shelf-view.js';
import type { Step } from './step.js';
import { langIn, readWall, searchWords, wallQuery } from './wall-address.js';
import { MOST_STEPS, openWall, stepsOf, type WallState } from './wall-state.js';
import { WALKS } from './walks.js';

const id = fc.constantFrom(...shelfProducts.map((product) => product.id));
const words = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map(searchWords)
  .filter((text) => text !== '');

const deeds: fc.Arbitrary<Omit<Step, 'at'>> = fc.oneof(
  fc.record({ deed: fc.constantFrom('look', 'save', 'cart'), about: fc.tuple(id) }),
  fc.record({ deed: fc.constant('buy' as const), about: fc.array(id, { minLength: 1, maxLength: 4 }) }),
  fc.record({ deed: fc.constant('search' as const), about: fc.tuple(words) }),
  fc.record({ deed: fc.constant('less' as const), about: fc.constantFrom(['garden'], ['paint/wall']) }),
  fc.constant({ deed: 'gift', about: [] } as const),
);

const steps = fc
  .array(fc.tuple(deeds, fc.integer({ min: 0, max: 60 })), { maxLength: MOST_STEPS })
  .map((made) => made.map(([deed, at]): Step => ({ ...deed, at })).sort((a, b) => a.at - b.at));

const looks = {
  turned: fc.oneof(
    fc.constant('all' as const),
    fc.uniqueArray(
      fc.stringMatching(/^[a-z][a-z-]{0,20}$/).filter((name) => name !== 'all'),
      { maxLength: 8 },
    ),
  ),
  more: fc.boolean(),
  answers: fc.boolean(),
};

const walls: fc.Arbitrary<WallState> = fc
  .oneof(
    fc.record({ walk: fc.constantFrom(...WALKS), own: fc.constant([]), hung: fc.constant(true), ...looks }),
    fc.record({ walk: fc.constant('own' as const), own: steps, hung: fc.constant(true), ...looks }),
  )
  .chain((wall) => {
    const most = stepsOf(wall).length;
    const numbers = most === 0 ? fc.constant([]) : fc.uniqueArray(fc.integer({ min: 1, max: most }));
    return numbers.map((gone): WallState => ({ ...wall, gone }));
  });

const hostile = fc.oneof(
  fc.string(),
  fc.webQueryParameters(),
  fc
    .array(fc.tuple(fc.constantFrom('v', 'walk', 'log', 'gone', 'turned', 'lang', '__proto__', 'x'), fc.string()))
    .map((pairs) => pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')),
  fc.string({ unit: 'binary-ascii' }).map((log) => `v=1&walk=own&log=${log}&gone=${log}&turned=${log}`),
  fc
    .array(
      fc.constantFrom('look', '.', '*', '5', 'hose-20m', 'search', '%', '%25', '%E0', '_', 'buy', 'gift', '-1', '9e9'),
    )
    .map((parts) => `v=1&walk=own&log=${parts.join('')}&gone=1,${parts.join(',')}`),
);

describe('[G31] the address of a wall', () => {
  it('reads back as the wall that it was made of, with its language', () => {
    fc.assert(
      fc.property(walls, fc.constantFrom(...LANGUAGES), (wall, lang) => {
        const query = wallQuery(wall, lang);
        expect(readWall(query)).to.deep.equal(wall);
        expect(langIn(query)).to.equal(lang);
      }),
    );
  });

  it('takes anything, and makes of it a wall that an address can hold', () => {
    fc.assert(
      fc.property(hostile, (query) => {
        const wall = readWall(query);
        expect(readWall(wallQuery(wall))).to.deep.equal(wall);
        expect(wall.own.length).to.be.at.most(MOST_STEPS);
        expect(Object.keys(wall).sort()).to.deep.equal(Object.keys(openWall('own')).sort());
      }),
      { numRuns: 2000 },
    );
    expect(Object.hasOwn(Object.prototype, 'walk')).to.equal(false);
  });

  it('that was once given out goes on meaning the same', () => {
    expect(readWall('v=1&walk=gardener&gone=3,5&turned=affinity-category-garden&answers=1')).to.deep.equal({
      ...openWall('gardener'),
      gone: [3, 5],
      turned: ['affinity-category-garden'],
      answers: true,
    });
    const log =
      'look.0.hose-20m*search.9.rain%2520barrel*cart.12.hose-20m*less.20.garden_tools*buy.31.hose-20m*gift.44';
    expect(readWall(`v=1&walk=own&log=${log}`).own).to.deep.equal([
      { deed: 'look', at: 0, about: ['hose-20m'] },
      { deed: 'search', at: 9, about: ['rain barrel'] },
      { deed: 'cart', at: 12, about: ['hose-20m'] },
      { deed: 'less', at: 20, about: ['garden/tools'] },
      { deed: 'buy', at: 31, about: ['hose-20m'] },
      { deed: 'gift', at: 44, about: [] },
    ]);
  });

  it('drops what it does not know and holds numbers to what there is', () => {
    expect(readWall('v=1&walk=gift&gone=0,2,2,99,x,-1,1e3&turned=<b>,a-b&more=yes&__proto__=1')).to.deep.equal({
      ...openWall('gift'),
      gone: [2],
      turned: ['a-b'],
    });
    expect(readWall('v=1&walk=own&log=look.5.trombone*look.900.hose-20m*fly.3*look*less.4.moon').own).to.deep.equal([
      { deed: 'look', at: 60, about: ['hose-20m'] },
    ]);
    for (const query of ['', 'v=2&walk=gift', 'walk=gift', 'v=1&walk=nobody', 'v=1']) {
      expect(readWall(query), query).to.deep.equal(openWall('gardener'));
    }
    expect(langIn('v=1&lang=fr')).to.equal(undefined);
    expect(langIn('lang=nl')).to.equal(undefined);
  });

  it('opens the shelf for one’s own walk until it was hung', () => {
    expect(readWall('v=1&walk=own')).to.deep.equal(openWall('own'));
    expect(readWall('v=1&walk=own&log=')).to.deep.equal({ ...openWall('own'), hung: true });
  });
});
