import { expect } from 'chai';
import {
  CONTACT_EVENT_NAMES,
  CONTEXT_EVENT_NAMES,
  GA4_EVENT_NAMES,
  isContact,
  isEventName,
  isTracked,
  originOf,
  RELATION_EVENT_NAMES,
  servesEveryPurpose,
  SIGNAL_GROUPS,
  signalGroup,
  STATED_EVENT_NAMES,
} from './event-names.js';

// Written out once more on purpose: shops send these names, so a change must be made in two places.
const GA4 =
  'page_view view_item_list select_item view_item add_to_wishlist view_promotion select_promotion login share generate_lead ' +
  'add_to_cart view_cart remove_from_cart begin_checkout add_shipping_info add_payment_info purchase refund search view_search_results';
const OWN =
  'offer_decided offer_shown offer_seen offer_opened offer_accepted offer_dismissed offer_not_for_me offer_complained ' +
  'preference_stated preference_withdrawn never_stated visit_marked relationship_stated goal_stated mode_set intent_stated ' +
  'life_event_stated question_put question_answered question_declined purpose_set permission_set channel_muted opted_out ' +
  'tell_me_set complaint_opened complaint_resolved service_failure apology_made promise_made promise_kept suggestion_made ' +
  'suggestion_followed feedback_given quiet_set quiet_ended task_started task_ended place_entered place_left visit ' +
  'signal_imported log_imported';
const LIMITS =
  'preference_withdrawn never_stated visit_marked mode_set life_event_stated question_declined purpose_set permission_set ' +
  'channel_muted opted_out quiet_set quiet_ended';
const ALL = [
  ...GA4_EVENT_NAMES,
  ...RELATION_EVENT_NAMES,
  ...STATED_EVENT_NAMES,
  ...CONTACT_EVENT_NAMES,
  ...CONTEXT_EVENT_NAMES,
];

describe('event names', () => {
  it("[L1] are GA4's own, and ours only where GA4 has none", () => {
    expect([...GA4_EVENT_NAMES].sort()).to.deep.equal(GA4.split(' ').sort());
    expect(new Set(ALL).size).to.equal(ALL.length);
    expect(ALL.every(isEventName)).to.equal(true);
  });

  it('[L1] track() takes what a shop sees and what it knows of the relation, nothing that tactful writes itself', () => {
    expect(ALL.filter(isTracked)).to.have.members([...GA4_EVENT_NAMES, ...RELATION_EVENT_NAMES]);
  });

  it('[L1] prototype keys and odd spellings are no names', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '', 'View_Item', 'view_item ']) {
      expect(isEventName(name), name).to.equal(false);
    }
  });

  it('[L1] every name belongs to one group that a purpose can list', () => {
    expect(ALL.every((name) => SIGNAL_GROUPS.includes(signalGroup(name)))).to.equal(true);
    expect(signalGroup('add_to_cart')).to.equal('purchases');
    expect(signalGroup('view_search_results')).to.equal('searches');
    expect(signalGroup('complaint_opened')).to.equal('relation');
    expect(signalGroup('question_answered')).to.equal('answers');
    expect(signalGroup('place_left')).to.equal('place');
    expect(signalGroup('page_view')).to.equal('views');
    expect(signalGroup('offer_seen')).to.equal('statements');
  });

  it('[L1] the origin tells what a decision may read', () => {
    expect(originOf('view_item')).to.equal('observed');
    expect(originOf('offer_shown')).to.equal('observed');
    expect(originOf('never_stated')).to.equal('declared');
    expect(originOf('complaint_opened')).to.equal('relation');
    expect(originOf('place_entered')).to.equal('context');
  });

  it('[L1] what became of an offer is told apart, because caps need it whatever the purpose', () => {
    expect(ALL.filter(isContact)).to.deep.equal([...CONTACT_EVENT_NAMES]);
  });

  it('[L10] every name of the vocabulary is known, and no other', () => {
    expect([...ALL].sort()).to.deep.equal(`${GA4} ${OWN}`.split(' ').sort());
  });

  it('[L10] the origin of each name', () => {
    const of = (origin: string): readonly string[] => ALL.filter((name) => originOf(name) === origin);
    expect(of('declared')).to.have.members([...STATED_EVENT_NAMES]);
    expect(of('context')).to.have.members([...CONTEXT_EVENT_NAMES]);
    expect(of('relation')).to.have.members([...RELATION_EVENT_NAMES]);
    expect(of('observed')).to.have.members([...GA4_EVENT_NAMES, ...CONTACT_EVENT_NAMES]);
  });

  it('[L14] exactly the contacts and the limits of the shopper serve every purpose', () => {
    expect(ALL.filter(servesEveryPurpose)).to.have.members([...CONTACT_EVENT_NAMES, ...LIMITS.split(' ')]);
  });
});
