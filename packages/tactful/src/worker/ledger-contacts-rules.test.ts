import { expect } from 'chai';
import { NOW } from '../../test/garden-shop.js';
import type { Contact } from '../engine/index.js';
import type { LedgerRecord } from '../storage/index.js';
import { contactsIn, mergeContacts } from './ledger-contacts.js';

const TEN_MINUTES = 10 * 60 * 1000;
const { at } = NOW;

const exposure = (about: Partial<LedgerRecord>): LedgerRecord => ({
  id: 'd1',
  offerId: 'hose',
  at,
  promotional: true,
  state: 'reserved',
  epoch: 1,
  ...about,
});
const contact = (about: Partial<Contact> = {}): Contact => ({
  decisionId: 'd1',
  offerId: 'hose',
  at,
  promotional: true,
  ...about,
});
const counted = (...ledger: readonly LedgerRecord[]): readonly string[] =>
  contactsIn(ledger, { at }).map(({ decisionId }) => decisionId);

describe('the contacts of a ledger', () => {
  it('[D192] what was shown counts however long ago, what was let go never', () => {
    expect(
      counted(
        exposure({ id: 'shown', state: 'shown', at: 0 }),
        exposure({ id: 'now', state: 'shown' }),
        exposure({ id: 'released', state: 'released' }),
      ),
    ).to.deep.equal(['shown', 'now']);
  });

  it('[D192] what is reserved counts for ten minutes, exactly then no longer', () => {
    expect(
      counted(
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
