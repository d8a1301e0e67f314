import { expect } from 'chai';
import { NOW } from '../../test/garden-shop.js';
import type { Contact } from './fold-contacts.js';
import { contactsBefore, contactsIn, mergeContacts, type Exposure } from './ledger-contacts.js';

const TEN_MINUTES = 10 * 60 * 1000;
const { at } = NOW;
const exposure = (about: Partial<Exposure> = {}): Exposure => ({
  id: 'd1',
  offerId: 'hose',
  at,
  promotional: true,
  state: 'reserved',
  ...about,
});
const contact = (about: Partial<Contact> = {}): Contact => ({
  decisionId: 'd1',
  offerId: 'hose',
  at,
  promotional: true,
  ...about,
});
const before = (ledger: readonly Exposure[], logged: readonly Contact[] = []): readonly Contact[] =>
  contactsBefore({ id: 'now', at }, { logged, ledger });
const counted = (...ledger: readonly Exposure[]): readonly string[] =>
  before(ledger).map(({ decisionId }) => decisionId);

const counting = (...ledger: readonly Exposure[]): readonly string[] =>
  contactsIn(ledger, { at }).map(({ decisionId }) => decisionId);

describe('the contacts of a ledger', () => {
  it('[D192] what was shown counts however long ago, what was let go never', () => {
    expect(
      counting(
        exposure({ id: 'shown', state: 'shown', at: 0 }),
        exposure({ id: 'now', state: 'shown' }),
        exposure({ id: 'released', state: 'released' }),
      ),
    ).to.deep.equal(['shown', 'now']);
  });

  it('[D192] what is reserved counts for ten minutes, exactly then no longer', () => {
    expect(
      counting(
        exposure({ id: 'new' }),
        exposure({ id: 'last', at: at - TEN_MINUTES + 1 }),
        exposure({ id: 'over', at: at - TEN_MINUTES }),
      ),
    ).to.deep.equal(['new', 'last']);
  });

  it('[D193] a slate is one contact for each offer, through the channel and in the direction of its decision', () => {
    const also = [
      { offerId: 'rake', promotional: true },
      { offerId: 'advice', promotional: false },
    ];
    const how = { channel: 'email', direction: 'requested' } as const;
    expect(contactsIn([exposure({ also, ...how })], { at })).to.deep.equal([
      contact(how),
      contact({ ...how, offerId: 'rake' }),
      contact({ ...how, offerId: 'advice', promotional: false }),
    ]);
  });

  it('[D193] where no channel and no direction are kept, the contact has none either', () => {
    expect(contactsIn([exposure({ promotional: false })], { at })).to.deep.equal([contact({ promotional: false })]);
  });

  it('[D194] what the log knows as well as the ledger is one contact, at the later of its two times', () => {
    const [earlier, later] = [at - 5, at + 5];
    expect(mergeContacts([contact({ at: earlier, id: 'a:1' })], [contact({ at: later })])).to.deep.equal([
      contact({ at: later, id: 'a:1' }),
    ]);
    expect(mergeContacts([contact({ at: later, id: 'a:1' })], [contact({ at: earlier })])).to.deep.equal([
      contact({ at: later, id: 'a:1' }),
    ]);
  });

  it('[D194] what only one of the two knows stays as it is', () => {
    const [logged, reserved] = [contact({ id: 'a:1' }), contact({ decisionId: 'd2' })];
    expect(mergeContacts([logged], [reserved])).to.deep.equal([logged, reserved]);
    expect(mergeContacts([], [reserved])).to.deep.equal([reserved]);
  });

  it('[D194] two offers of one slate are two contacts, and so is one offer in two decisions', () => {
    const [hose, rake] = [contact({ id: 'a:1' }), contact({ offerId: 'rake' })];
    const again = contact({ decisionId: 'd2' });
    expect(mergeContacts([hose], [contact(), rake, again])).to.deep.equal([hose, rake, again]);
  });
});

describe('the contacts that counted when a decision was made', () => {
  it('[D239] what was shown before counts however long ago; what was let go, came later or is its own does not', () => {
    expect(
      counted(
        exposure({ id: 'shown', state: 'shown', at: 0 }),
        exposure({ id: 'then', state: 'shown' }),
        exposure({ id: 'later', state: 'shown', at: at + 1 }),
        exposure({ id: 'released', state: 'released' }),
        exposure({ id: 'now', state: 'shown' }),
      ),
    ).to.deep.equal(['shown', 'then']);
  });

  it('[D239] what was reserved counts for ten minutes, exactly then no longer', () => {
    expect(
      counted(
        exposure({ id: 'new' }),
        exposure({ id: 'last', at: at - TEN_MINUTES + 1 }),
        exposure({ id: 'over', at: at - TEN_MINUTES }),
        exposure({ id: 'later', at: at + 1 }),
      ),
    ).to.deep.equal(['new', 'last']);
  });

  it('[D239] a slate is one contact for each offer, as its decision reached them', () => {
    const how = { channel: 'email', direction: 'requested' } as const;
    const also = [{ offerId: 'advice', promotional: false }];
    expect(before([exposure({ ...how, also }), exposure({ id: 'd2' })])).to.deep.equal([
      contact(how),
      contact({ ...how, offerId: 'advice', promotional: false }),
      contact({ decisionId: 'd2' }),
    ]);
  });

  it('[D239] what log and ledger both know is one contact, at the later of its two times; the rest stays as it is', () => {
    const row = { id: 'a:1' };
    expect(before([exposure()], [contact({ ...row, at: at - 5 })])).to.deep.equal([contact(row)]);
    expect(before([exposure({ at: at - 5 })], [contact(row)])).to.deep.equal([contact(row)]);
    const [old, other] = [contact({ ...row, decisionId: 'd0', at: 5 }), contact({ ...row, offerId: 'can' })];
    expect(before([exposure()], [old, other])).to.deep.equal([old, other, contact()]);
  });
});
