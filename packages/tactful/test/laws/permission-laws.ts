import { expect } from 'chai';
import fc from 'fast-check';
import { decide, sectorPolicy, type CompiledOffer, type DecisionTrace, type Folded } from '../../src/engine/index.js';
import { ENGINE, type Engine } from './engine-under-test.js';
import { hold, type Law } from './law.js';
import { allowedBy } from './naive-permission.js';
import { isClosed, readable } from './naive-reading.js';
import { afterwards, decideAt, scenes, type Draft, type Scene } from './scenes.js';

/** The offers that were chosen, with whether the shopper had asked to be told of them. */
export function chosenIn(
  { decision }: DecisionTrace,
  scene: Scene,
): readonly { readonly compiled: CompiledOffer; readonly asked: boolean }[] {
  return decision.offers.flatMap(({ offerId, wishes }) => {
    const compiled = scene.catalog.byId.get(offerId);
    return compiled ? [{ compiled, asked: wishes !== undefined }] : [];
  });
}

/** I-1: through a channel and for a purpose that the shopper did not open nothing is ever said. */
export const nothingWithoutPermission: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, (scene) => {
      const { decision } = decideAt(scene, engine);
      if (decision.offers.length === 0) return;
      expect(scene.consent['personalization']).to.equal('in');
      expect(allowedBy(scene.log, { channel: decision.channel, at: decision.at })).to.equal(true);
      for (const { compiled } of chosenIn({ ...decideAt(scene, engine) }, scene))
        for (const purpose of compiled.offer.needs ?? []) expect(scene.consent[purpose]).to.equal('in');
    }),
    trial,
  );

const called = (n: number): Draft => [
  'offer_shown',
  { offer_id: `x${String(n)}`, decision_id: `x${String(n)}`, channel: 'call' },
];
/** Whatever the shopper may say to open things, after four calls: as many as the law of the strict norm bears in 30 days. */
const OPENINGS: readonly (readonly Draft[])[] = [
  [],
  [['mode_set', { mode: 'show_me' }]],
  [0, 1, 2, 3].map(called),
  [...[0, 1, 2, 3].map(called), ['mode_set', { mode: 'show_me' }]],
  [
    ['permission_set', { channel: 'banner', allowed: true }],
    ['relationship_stated', { type: 'fling' }],
  ],
];
const callsIn = ({ log, now }: Scene): number =>
  log.filter(
    ({ name, params, at, origin }) =>
      name === 'offer_shown' &&
      params['channel'] === 'call' &&
      origin !== 'incidental' &&
      at > now.at - 30 * 86_400_000,
  ).length;

/** I-2: what law or sector closes is opened by nothing that anybody says or does. */
export const nothingLiftsTheLaw: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(
      scenes,
      fc.constantFrom(...OPENINGS),
      fc.constantFrom('sms', 'call', 'asked'),
      (scene, drafts, through) => {
        const { channel: asked = 'slot' } = scene.ask;
        const channel = through === 'call' ? 'call' : asked;
        const said = afterwards({ ...scene, ask: { ...scene.ask, channel } }, [
          ['permission_set', { channel: 'call', allowed: true }],
          ...drafts,
        ]);
        const trace = decideAt(said, engine);
        const { sector = said.ask.sector } = said.catalog;
        const [callCap] = said.catalog.normAt(said.now.at).law.byChannel?.call ?? [];
        const closed = sectorPolicy(sector);
        for (const { compiled } of chosenIn(trace, said))
          expect(closed.classes ?? [compiled.offer.class]).to.include(compiled.offer.class);
        if (trace.decision.offers.length === 0) return;
        if (trace.decision.direction === 'interrupt') expect(closed.interrupt?.perVisit).to.not.equal(0);
        if (callCap && trace.decision.channel === 'call') expect(callsIn(said)).to.be.below(callCap.cap);
      },
    ),
    trial,
  );

/** I-3: what is on the never-list is never chosen, and nothing that is seen opens what was stated. */
export const neverIsNever: Law<Engine> = (engine, trial) =>
  hold(
    fc.property(scenes, fc.nat(7), (scene, n) => {
      const seen: Draft = ['view_item', { items: [{ item_id: `p${String(n)}`, item_category: 'garden' }] }];
      const later = afterwards(scene, [seen, seen, seen, ['add_to_cart', seen[1]]]);
      for (const { compiled, asked } of chosenIn(decideAt(later, engine), later)) {
        const stated = readable(scene.log).some(({ name }) => name.startsWith('preference_'));
        // A wish is a word of the shopper's own, later than "less of this"; it is no match for a "never".
        if (asked && stated) continue;
        expect(isClosed(compiled, scene)).to.equal(false);
      }
    }),
    trial,
  );

const withFolded = (change: (folded: Folded) => Partial<Folded>): Engine => ({
  ...ENGINE,
  decide: (input) => decide({ ...input, folded: { ...input.folded, ...change(input.folded) } }),
});

/** Broken engines, each of which one of the laws must catch. */
export const PERMISSION_FAULTS = {
  writesToEverybody: withFolded(({ channels, latestAt }) => ({
    channels: new Map([
      ...channels,
      ...(['email', 'sms', 'call'] as const).map((each) => [each, { value: true, at: latestAt, id: 'x' }] as const),
    ]),
  })),
  sellsAlcoholLikeBread: {
    ...ENGINE,
    decide: (input) => decide({ ...input, sector: 'bread', catalog: { ...input.catalog, sector: undefined } }),
  } satisfies Engine,
  callsWhoInvites: {
    ...ENGINE,
    decide: (input) =>
      decide(
        input.folded.mode?.value === 'show_me'
          ? { ...input, contacts: input.contacts.filter(({ channel }) => channel !== 'call') }
          : input,
      ),
  } satisfies Engine,
  forgetsTheNever: withFolded(() => ({ never: new Map() })),
};
