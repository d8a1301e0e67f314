import { expect } from 'chai';
import fc from 'fast-check';
import { foldOf, GARDEN_SHOP, logOf, NOW, type Told } from '../../test/garden-shop.js';
import { DAY_MS } from './clock.js';
import { compileCatalog } from './compile-catalog.js';
import { evidenceKey } from './evidence.js';
import type { Folded } from './folded.js';
import { DEFAULT_MODEL } from './policy.js';
import { jensenShannon, tasteConflicts, type TasteConflict } from './taste-conflict.js';

const bits = (a: readonly number[], b: readonly number[]): number => {
  const found = jensenShannon(a, b);
  return 'value' in found ? found.value : NaN;
};

describe('Jensen-Shannon divergence', () => {
  it('[P71] science 2.8: .3651484454403229 bits', () => {
    expect(bits([0.7, 0.2, 0.1], [0.1, 0.2, 0.7])).to.be.closeTo(0.3651484454403229, 1e-15);
  });

  it('[P71] is 0 for what is alike and 1 for what has nothing in common', () => {
    expect(bits([0.3, 0.7], [0.3, 0.7])).to.equal(0);
    expect(bits([1, 0, 0], [0, 0.4, 0.6])).to.be.closeTo(1, 1e-15);
    expect(bits([3, 7], [30, 70])).to.be.closeTo(0, 1e-15);
  });

  it('[P71] cannot be computed of nothing, of unequal lists and of what is no weight', () => {
    for (const [a, b] of [
      [[], []],
      [
        [0, 0],
        [1, 0],
      ],
      [[1], [1, 0]],
      [
        [-1, 2],
        [1, 1],
      ],
      [[NaN], [1]],
    ] as const) {
      expect(jensenShannon(a, b)).to.deep.equal({ unknown: 'not-computable' });
    }
  });

  it('[P71] law: symmetric, between 0 and 1, and lumping what has the same ratio changes nothing', () => {
    const weights = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 99 }), (pairs, percent) => {
        const [a, b] = [
          [...pairs.map(([each]) => each), 1],
          [...pairs.map(([, each]) => each), 2],
        ];
        const apart = bits(a, b);
        expect(apart).to.be.within(0, 1);
        expect(bits(b, a)).to.be.closeTo(apart, 1e-14);
        const cut = (list: readonly number[]): readonly number[] => {
          const last = list[list.length - 1] ?? 0;
          return [...list.slice(0, -1), (last * percent) / 100, (last * (100 - percent)) / 100];
        };
        expect(bits(cut(a), cut(b))).to.be.closeTo(apart, 1e-12);
      }),
    );
  });
});

const catalog = compileCatalog(GARDEN_SHOP, DEFAULT_MODEL);
const said = (value: string, level: number): Told => ({
  name: 'preference_stated',
  params: { facet: 'category', value, level },
});
const sum = (value: number): { readonly value: number; readonly at: number } => ({ value, at: NOW.at });

function foldedWith(masses: Readonly<Record<string, number>>, ...told: readonly Told[]): Folded {
  const evidence = Object.entries(masses).map(
    ([value, mass]) =>
      [
        evidenceKey('category', value),
        { mass: sum(mass), against: sum(0), ids: [`seen ${value}`], visit: 1, given: 0 },
      ] as const,
  );
  return { ...foldOf(logOf(told)), evidence: new Map(evidence) };
}
const conflicts = (folded: Folded, after = 0): readonly TasteConflict[] =>
  tasteConflicts({ folded, catalog, model: DEFAULT_MODEL, at: NOW.at + after });

describe('a conflict between saying and doing', () => {
  it('[P70] who says less and does much more: z by science 2.6', () => {
    const [found, ...more] = conflicts(foldedWith({ garden: 20 }, said('garden', -1)));
    const does = Math.log((20 + 8 / 3) / 28 / (1 / 3));
    expect(more).to.deep.equal([]);
    expect(found).to.include({ facet: 'category', value: 'garden', level: -1, says: 0, weight: 20, statedBy: 'a:1' });
    expect(found?.does).to.be.closeTo(does, 1e-15);
    expect(found?.z).to.be.closeTo(does / Math.sqrt(1 / (20 + 8 / 3) + 1 / (8 + 8 / 3)), 1e-14);
    expect(found?.ids).to.deep.equal(['seen garden']);
  });

  it('[P70] who says more and does something else', () => {
    const [found] = conflicts(foldedWith({ tools: 20 }, said('garden', 1)));
    const says = Math.log((8 + 8 / 3) / 16 / (1 / 3));
    const does = Math.log(8 / 3 / 28 / (1 / 3));
    expect(found?.says).to.be.closeTo(says, 1e-15);
    expect(found?.z).to.be.closeTo((does - says) / Math.sqrt(1 / (8 / 3) + 1 / (8 + 8 / 3)), 1e-14);
    expect(found?.z).to.be.below(-2);
  });

  it('[P70] is not spoken of before ten pseudo-events, within two deviations, or where nothing was said', () => {
    expect(conflicts(foldedWith({ garden: 9.9 }, said('garden', -2)))).to.deep.equal([]);
    // 1.8 deviations
    expect(conflicts(foldedWith({ garden: 10 }, said('garden', -1)))).to.deep.equal([]);
    expect(conflicts(foldedWith({ garden: 40 }, said('tools', 1))).map(({ value }) => value)).to.deep.equal(['tools']);
    expect(conflicts(foldedWith({ garden: 40 }))).to.deep.equal([]);
  });

  it('[P70] of what was looked at long ago there is none', () => {
    const folded = foldedWith({ garden: 40 }, said('garden', -2));
    expect(conflicts(folded)).to.have.length(1);
    expect(conflicts(folded, 60 * DAY_MS + 1)).to.deep.equal([]);
  });

  it('[P71] says how far all that is said and done of the facet are apart', () => {
    const [found] = conflicts(foldedWith({ garden: 20, tools: 4 }, said('garden', -1), said('paint', 2)));
    const shares = (masses: readonly number[]): readonly number[] => masses.map((mass) => mass + 8 / 3);
    expect(found?.apart).to.be.closeTo(bits(shares([20, 4, 0]), shares([0, 0, 16])), 1e-14);
  });

  it('[P70] a visit for somebody else is in no conflict with what the shopper said', () => {
    const folded = { ...foldedWith({ garden: 40 }, said('garden', -2)), mark: { person: 'Ada' } };
    expect(conflicts(folded)).to.deep.equal([]);
  });
});
