import { expect } from 'chai';
import { FOND, logOf, NOW, offer, shopOf, type Told } from '../../test/garden-shop.js';
import { defaultPurposes, type DecisionTrace, type Offer, type Policy } from '../engine/index.js';
import { HOUR_MS } from '../engine/clock.js';
import { asJson } from '../engine/json.js';
import type { LedgerRecord, Store } from '../storage/index.js';
import type { StartRequest } from './protocol.js';
import { reserveDecision } from './reserve-decision.js';
import { beginSession, BROWSER_DISK, type Session } from './session.js';

/** Agreement as it is kept: nothing rises without it. */
const GRANT = {
  purpose: 'personalization',
  state: 'in',
  ...NOW,
  textHash: '',
  mechanism: 'call',
  version: '',
} as const;
/** Once in a life: what may not be shown a second time. */
const ONCE = { frequency: { lifetime: 1 } } as const;
const garden = (id: string, price: number, more: Partial<Offer> = {}): Offer =>
  offer({ id, class: 'suggest', category: ['garden', 'watering'], price, ...more });
const HOSE_OFFER = garden('hose', 2495);
const SHOW_ME: Told = { name: 'mode_set', params: { mode: 'show_me' } };
const shown = (decision: string, at = -HOUR_MS): Told => ({
  name: 'offer_shown',
  at,
  params: { decision_id: decision, offer_id: 'hose' },
});

interface Tab {
  readonly told?: readonly Told[];
  readonly policy?: Partial<Policy>;
  readonly start?: Partial<StartRequest>;
}

/** The worker of a tab whose shopper agreed, with these rows, before its first decision. */
async function tabWith(
  offers: readonly Offer[],
  { told = FOND, policy = {}, start }: Tab = {},
): Promise<{ readonly session: Session; readonly store: Store }> {
  const request: StartRequest = {
    scope: 'ledger',
    storage: 'memory',
    stored: false,
    now: NOW,
    catalog: { inline: asJson(shopOf(...offers)) },
    purposes: defaultPurposes(),
    policy,
    model: {},
    ...start,
  };
  const session = await beginSession(request, { load: () => import('./later.js'), ...BROWSER_DISK });
  const { store } = session;
  if (!store) throw new Error('no store');
  session.meta = await store.changeConsent({ consent: { personalization: 'in' }, records: [GRANT], purge: false });
  session.rows.add(logOf(told));
  return { session, store };
}

const ask = (session: Session, more: Partial<Parameters<typeof reserveDecision>[1]> = {}): Promise<DecisionTrace> =>
  reserveDecision(session, { id: 'd1', placement: 'home', now: NOW, ...more });
const chosenIn = ({ decision }: DecisionTrace): readonly string[] => decision.offers.map(({ offerId }) => offerId);
const exposure = (about: Partial<LedgerRecord> = {}): LedgerRecord => ({
  id: 'd1',
  offerId: 'hose',
  at: NOW.at,
  promotional: true,
  state: 'reserved',
  epoch: 1,
  ...about,
});
/** What another tab reserves: this one has not looked since. */
const elsewhere = (store: Store, ...records: readonly LedgerRecord[]): Promise<unknown> =>
  Promise.all(records.map((record) => store.reserve({ record, fits: () => true })));
/** Other offers that another tab reserved, one for each name. */
const others = (...ids: readonly string[]): readonly LedgerRecord[] =>
  ids.map((id) => exposure({ id, offerId: `other-${id}` }));

describe('a decision is reserved before it is painted', () => {
  it('[D195] what was chosen stands in the ledger, and the tab knows it', async () => {
    const { session, store } = await tabWith([HOSE_OFFER]);
    expect(chosenIn(await ask(session))).to.deep.equal(['hose']);
    expect(await store.readLedger()).to.deep.equal([exposure()]);
    await ask(session, { id: 'd2' });
    expect(session.ledger).to.deep.equal([exposure(), exposure({ id: 'd2' })]);
  });

  it('[D195] the exposure says through which channel it came and that it was asked for, where that is not as usual', async () => {
    const { session, store } = await tabWith([HOSE_OFFER]);
    await ask(session, { channel: 'screen', direction: 'requested' });
    expect(await store.readLedger()).to.deep.equal([exposure({ channel: 'screen', direction: 'requested' })]);
  });

  it('[D195] what sells nothing is reserved as that', async () => {
    const advice = offer({ id: 'advice', class: 'help' });
    const { session, store } = await tabWith([advice], {
      told: [{ name: 'intent_stated', params: { intent: 'support' } }],
    });
    expect(chosenIn(await ask(session))).to.deep.equal(['advice']);
    expect(await store.readLedger()).to.deep.equal([exposure({ offerId: 'advice', promotional: false })]);
  });

  it('[D195] a slate is one exposure, with what stands below its first', async () => {
    const rake = garden('rake', 3000, { category: ['garden', 'soil'] });
    const { session, store } = await tabWith([HOSE_OFFER, rake], { told: [...FOND, SHOW_ME] });
    const [first, ...also] = chosenIn(await ask(session, { most: 3 }));
    expect(also).to.have.lengthOf(1);
    expect(await store.readLedger()).to.deep.equal([
      exposure({ offerId: first ?? '', also: also.map((offerId) => ({ offerId, promotional: true })) }),
    ]);
  });

  it('[D196] nothing is reserved for silence, and where there is no store the answer stands', async () => {
    const { session, store } = await tabWith([HOSE_OFFER], { told: [] });
    expect((await ask(session)).decision.silence?.reason).to.equal('NOTHING_FITS');
    expect(await store.readLedger()).to.deep.equal([]);
    const { session: without } = await tabWith([HOSE_OFFER]);
    without.store = undefined;
    expect(chosenIn(await ask(without))).to.deep.equal(['hose']);
    expect(without.ledger).to.deep.equal([]);
  });

  it('[D196] without a catalogue nobody is judged: NOT_READY', async () => {
    const { session } = await tabWith([], { start: { catalog: { inline: { format: 'other' } } } });
    const { decision, shortlist } = await ask(session);
    expect([decision.silence?.reason, shortlist]).to.deep.equal(['NOT_READY', []]);
  });

  it('[D197] what another tab reserved meanwhile leaves no room: it is decided once more, knowing that', async () => {
    const { session, store } = await tabWith([garden('hose', 2495, ONCE), garden('can', 1900)]);
    await elsewhere(store, exposure({ id: 'other' }));
    expect(chosenIn(await ask(session))).to.deep.equal(['can']);
    expect(await store.readLedger()).to.deep.equal([exposure({ id: 'other' }), exposure({ offerId: 'can' })]);
  });

  it('[D197] who is too late twice is silent, though a third offer would have had room', async () => {
    const { session, store } = await tabWith([
      garden('hose', 2495, ONCE),
      garden('can', 2400, ONCE),
      garden('tap', 2300, ONCE),
    ]);
    let tries = 0;
    session.store = {
      ...store,
      reserve: async (reservation) => {
        tries++;
        await elsewhere(store, { ...reservation.record, id: `other ${String(tries)}` });
        return store.reserve(reservation);
      },
    };
    const { decision, shortlist } = await ask(session);
    expect([tries, shortlist]).to.deep.equal([2, []]);
    expect(decision.silence).to.deep.equal({
      reason: 'CAPPED',
      leave: 'default',
      endedBy: { do: 'declare', statement: { kind: 'mode', mode: 'show_me' } },
    });
  });

  it('[D198] the caps of a visit count what other tabs reserved, of whatever offer', async () => {
    const two = await tabWith([HOSE_OFFER]);
    await elsewhere(two.store, ...others('x', 'y'));
    expect(chosenIn(await ask(two.session))).to.deep.equal(['hose']);
    const three = await tabWith([HOSE_OFFER]);
    await elsewhere(three.store, ...others('x', 'y', 'z'));
    expect((await ask(three.session)).decision.silence?.reason).to.equal('CAPPED');
    expect(await three.store.readLedger()).to.have.lengthOf(3);
  });

  it('[D198] the cap of one offer counts its own contacts only, those of the log and of the ledger once each', async () => {
    const policy = { inbound: { perVisit: 99, caps: [] } };
    const told = [...FOND, shown('x'), shown('y')];
    const same = ['x', 'y'].map((id) => exposure({ id, at: NOW.at - HOUR_MS, state: 'shown' }));
    const room = await tabWith([HOSE_OFFER], { told, policy });
    await elsewhere(room.store, ...same, ...others('1', '2', '3'));
    expect(chosenIn(await ask(room.session))).to.deep.equal(['hose']);
    const none = await tabWith([HOSE_OFFER], { told, policy });
    await elsewhere(none.store, ...same, exposure({ id: 'z' }));
    expect((await ask(none.session)).decision.silence?.reason).to.equal('CAPPED');
  });

  it('[D198] an invitation lifts the caps of the site, not that of the offer itself', async () => {
    const told = [...FOND, SHOW_ME];
    const invited = await tabWith([HOSE_OFFER], { told });
    const early = ['x', 'y', 'z'].map((id) => exposure({ id, at: NOW.at - 1 }));
    await elsewhere(invited.store, ...early);
    expect(chosenIn(await ask(invited.session))).to.deep.equal(['hose']);
    const once = await tabWith([garden('hose', 2495, ONCE)], { told });
    await elsewhere(once.store, exposure({ id: 'x', at: NOW.at - 1 }));
    expect((await ask(once.session)).decision.silence?.reason).to.equal('NOTHING_ELIGIBLE');
  });

  it('[D198] every offer of a slate needs room, the last as well as the first', async () => {
    const rake = garden('rake', 2400, { category: ['garden', 'soil'], ...ONCE });
    const slate = async (...reserved: readonly LedgerRecord[]): Promise<readonly string[]> => {
      const { session, store } = await tabWith([HOSE_OFFER, rake], { told: [...FOND, SHOW_ME] });
      await elsewhere(store, ...reserved);
      return chosenIn(await ask(session, { most: 2 }));
    };
    expect(await slate()).to.deep.equal(['hose', 'rake']);
    expect(await slate(exposure({ id: 'x', offerId: 'rake', at: NOW.at - 1 }))).to.deep.equal(['hose']);
  });

  it('[D198] what was asked to be told has room whatever was shown', async () => {
    const wish: Told = { name: 'tell_me_set', params: { offer_id: 'hose', when: 'below', below: 9000 } };
    const { session, store } = await tabWith([HOSE_OFFER], { told: [wish] });
    await elsewhere(
      store,
      ...others('x', 'y', 'z'),
      exposure({ id: '1' }),
      exposure({ id: '2' }),
      exposure({ id: '3' }),
    );
    const { decision } = await ask(session);
    expect(decision.offers.map(({ offerId, wishes }) => [offerId, wishes])).to.deep.equal([['hose', ['a:1']]]);
    const own = (await store.readLedger()).filter(({ id }) => id === 'd1');
    expect(own).to.deep.equal([exposure({ direction: 'requested' })]);
  });

  const never = logOf([{ name: 'never_stated', params: { offer_id: 'hose' } }]);
  /** The tab that decides, and one that has said something since it looked, without a bell. */
  const overheard = async (): Promise<{ readonly session: Session; readonly store: Store }> => {
    const { session, store } = await tabWith([HOSE_OFFER, garden('can', 1900)], { told: [] });
    await store.appendRows(logOf(FOND), 1);
    await session.rows.drain(store);
    await store.appendRows(
      never.map((row) => ({ ...row, id: 'b:0' })),
      1,
    );
    return { session, store };
  };

  it('[R148] what was said in another tab counts, its bell heard or not', async () => {
    const { session, store } = await overheard();
    expect(chosenIn(await ask(session))).to.deep.equal(['can']);
    expect((await store.readLedger()).map(({ offerId }) => offerId)).to.deep.equal(['can']);
  });

  it('[R148] planted fault: a store that does not look offers what was closed in another tab', async () => {
    const { session, store } = await overheard();
    session.store = { ...store, reserve: ({ record, fits }) => store.reserve({ record, fits }) };
    expect(chosenIn(await ask(session))).to.deep.equal(['hose']);
  });

  it('[R148] a purpose that was withdrawn while it was decided is not decided by, and it ends', async () => {
    const { session, store } = await overheard();
    let tries = 0;
    session.store = {
      ...store,
      reserve: async (reservation) => {
        tries++;
        await store.changeConsent({ consent: { other: 'out' }, records: [], purge: false });
        return store.reserve(reservation);
      },
    };
    expect((await ask(session)).decision.silence?.reason).to.equal('CAPPED');
    expect(tries).to.equal(3);
    expect(await store.readLedger()).to.deep.equal([]);
  });

  it('[R148] what is said without end holds no decision up: it has heard all that was said before it was asked for', async () => {
    const { session, store } = await overheard();
    let tries = 0;
    session.store = {
      ...store,
      reserve: async (reservation) => {
        await store.appendRows(
          logOf([SHOW_ME]).map((row) => ({ ...row, id: `c:${String(tries)}` })),
          1,
        );
        tries++;
        return store.reserve(reservation);
      },
    };
    expect(chosenIn(await ask(session))).to.deep.equal(['can']);
    expect(tries).to.equal(2);
  });

  it('[R148] a look in another tab costs no second decision', async () => {
    const { session, store } = await overheard();
    await session.rows.drain(store);
    let tries = 0;
    session.store = {
      ...store,
      reserve: async (reservation) => {
        tries++;
        await store.appendRows(
          logOf([{ name: 'page_view', params: {} }]).map((row) => ({ ...row, id: `c:${String(tries)}` })),
          1,
        );
        return store.reserve(reservation);
      },
    };
    expect(chosenIn(await ask(session))).to.deep.equal(['can']);
    expect(tries).to.equal(1);
  });
});
