import { expect } from 'chai';
import fc from 'fast-check';
import {
  compileCatalog,
  DEFAULT_MODEL,
  isOpenToAll,
  type Catalog,
  type CompiledCatalog,
  type Offer,
} from '../../src/engine/index.js';
import { expectSameBytes } from './bytes-of.js';
import { ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { chosenIn } from './permission-laws.js';
import { afterwards, decideAt, readAndCompile, scenes, type Draft, type Scene } from './scenes.js';

/** What stands between the file of a shop and what is shown. */
export interface Shop extends Engine {
  readonly read: (raw: Catalog) => CompiledCatalog;
}

/** The shop as it is shipped. */
export const SHOP: Shop = { ...ENGINE, read: readAndCompile };

const LIKED: readonly Draft[] = ['garden', 'tools', 'paint'].map((value) => [
  'preference_stated',
  { facet: 'category', value, level: 2 },
]);

/** I-31: every coupon and gift that anyone is shown stands on the open list, at the price and the reduction it is shown at. */
export const giftsAreForEverybody: Law<Shop> = (shop, trial) =>
  hold(
    fc.property(scenes, fc.boolean(), (scene, keen) => {
      const stocked = shop.read === readAndCompile ? scene : { ...scene, catalog: shop.read(scene.raw) };
      const eager = keen ? afterwards({ ...stocked, model: { ...scene.model, tactMargin: -1e6 } }, LIKED) : stocked;
      for (const { compiled } of chosenIn(decideAt(eager, shop), eager)) {
        const { id, class: offerClass, price, discount } = compiled.offer;
        if (!isOpenToAll(offerClass)) continue;
        const open = eager.catalog.openList.get(id);
        expect(open?.openTo, `${id} is open to`).to.match(/^everyone$|^\//);
        expect([open?.price, open?.discount]).to.deep.equal([price, discount]);
        const told = scene.raw.offers.find((offer) => offer.id === id);
        expect([told?.price, told?.discount]).to.deep.equal([price, discount]);
      }
    }),
    trial,
  );

/** The order in which what sells is ranked, of what both decisions ranked. */
function commonRanks(
  scene: Scene,
  [one, other]: readonly [Scene, Scene],
  engine: Engine,
): readonly (readonly string[])[] {
  const [a, b] = [one, other].map((each) =>
    decideAt(each, engine).shortlist.flatMap(({ offerId, verdict }) =>
      offerId !== null && verdict !== 'NOT_WIN_WIN' && scene.catalog.byId.get(offerId)?.promotional ? [offerId] : [],
    ),
  );
  return [(a ?? []).filter((id) => b?.includes(id)), (b ?? []).filter((id) => a?.includes(id))];
}

/** I-24: who is worth more, or in which relation or mood somebody is, changes neither a price nor which reduction goes first. */
export const nobodyPaysForWhoTheyAre: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(
      scenes,
      fc.constantFrom(1, 10, 1000),
      fc.constantFrom('basic', 'fling', 'attentive'),
      fc.constantFrom('buy', 'none', 'none'),
      (scene, worth, type, intent) => {
        const known: Draft = ['relationship_stated', { type }];
        const came: readonly Draft[] = intent === 'none' ? [] : [['intent_stated', { intent }]];
        const plain = afterwards(scene, [...LIKED, ['page_view', {}]]);
        const model = { ...scene.model, relationshipValue: scene.model.relationshipValue * worth };
        const someone = afterwards({ ...plain, model }, [known, ...came]);
        for (const each of [plain, someone])
          for (const { offerId, content } of decideAt(each, engine).decision.offers)
            expectSameBytes(content, scene.raw.offers.find(({ id }) => id === offerId)?.content);
        // What goes out is weighed against waiting, which is worth most where they may yet come: that is no ranking of products.
        if (came.length > 0 || decideAt(plain, engine).decision.direction === 'outbound') return;
        const [a, b] = commonRanks(scene, [plain, someone], engine);
        expect(b).to.deep.equal(a);
      },
    ),
    trial,
  );

const open = ({ openTo, ...offer }: Offer): Offer => ({ ...offer, openTo: openTo ?? 'members' });

/** Broken shops, each of which one of the laws must catch. */
export const OPEN_LIST_FAULTS = {
  trustsTheFile: { ...SHOP, read: (raw) => compileCatalog(raw, DEFAULT_MODEL) } satisfies Shop,
  hasMembersOnly: {
    ...SHOP,
    read: (raw) => readAndCompile({ ...raw, offers: raw.offers.map(open) }),
  } satisfies Shop,
  marksUpForTheFaithful: {
    ...ENGINE,
    decide: (input) => {
      const trace = ENGINE.decide(input);
      if (input.folded.saidRelationship?.value !== 'fling') return trace;
      const offers = trace.decision.offers.map((offer) => ({ ...offer, content: { en: { title: 'Only 19.95' } } }));
      return { ...trace, decision: { ...trace.decision, offers } };
    },
  } satisfies Engine,
  ranksByWorth: {
    ...ENGINE,
    decide: (input) => {
      const trace = ENGINE.decide(input);
      const [silence, ...others] = trace.shortlist;
      if (!silence || input.model.relationshipValue < 100_000) return trace;
      return { ...trace, shortlist: [silence, ...others.reverse()] };
    },
  } satisfies Engine,
};
