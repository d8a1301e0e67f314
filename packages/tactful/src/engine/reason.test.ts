import { expect } from 'chai';
import {
  CHOICE_REASONS,
  ENDED_BY,
  LEAVE_DEFAULT_REASONS,
  LEAVE_EMPTY_REASONS,
  OFFER_ONLY_VERDICTS,
  REASON_CODES,
  SILENCE_REASONS,
  leaveOf,
  shopperCanEnd,
} from './reason.js';

// Written out here once more on purpose: the codes are stable API, so a change must be made in two places.
const DEFAULT =
  'NO_CONSENT NO_PERMISSION CAPPED COOLDOWN SATIATED WORN_OUT NEVER_LIST NOT_WIN_WIN NOTHING_ELIGIBLE NOTHING_FITS SAVED_FOR_LATER WAIT_FOR_YOU CONTROL_GROUP BETTER_SILENT LAW QUIET_HOURS DEADLINE NOT_READY';
const EMPTY =
  'PAUSED QUIET_TIME TASK_FOCUS JUST_BOUGHT SUPPORT_FIRST OPEN_COMPLAINT RECOVERY VULNERABLE MINOR INCIDENT';
const CHOICE =
  'YOU_ASKED YOU_SAID YOUR_GOAL YOU_OFTEN DUE_AGAIN GOES_WITH NEW_FOR_YOU SAVES_MONEY HELP_FIRST PICK_UP RHYTHM_BREAK TRYING_SOMETHING';
const OFFER_ONLY =
  'NOT_YET EXPIRED CONDITION OWNED CONTRACT WRONG_CHANNEL WRONG_PLACEMENT NO_PURPOSE NOT_RELEVANT OUTSCORED';
const NAMES_AN_ACTION =
  'NO_CONSENT NO_PERMISSION NEVER_LIST PAUSED QUIET_TIME TASK_FOCUS CAPPED COOLDOWN SUPPORT_FIRST OPEN_COMPLAINT RECOVERY WAIT_FOR_YOU VULNERABLE';

describe('reason codes', () => {
  it('[W1] are exactly the published ones, in their order', () => {
    expect(LEAVE_DEFAULT_REASONS.join(' ')).to.equal(DEFAULT);
    expect(LEAVE_EMPTY_REASONS.join(' ')).to.equal(EMPTY);
    expect(CHOICE_REASONS.join(' ')).to.equal(CHOICE);
    expect(OFFER_ONLY_VERDICTS.join(' ')).to.equal(OFFER_ONLY);
  });

  it('[W1] name one thing each: no code is in two lists', () => {
    expect(new Set(REASON_CODES).size).to.equal(REASON_CODES.length);
    expect(REASON_CODES).to.have.lengthOf(50);
  });

  for (const reason of DEFAULT.split(' ')) {
    it(`[W2] ${reason} leaves the shop's own content`, () => {
      expect(SILENCE_REASONS.filter((known) => known === reason).map(leaveOf)).to.deep.equal(['default']);
    });
  }

  for (const reason of EMPTY.split(' ')) {
    it(`[W2] ${reason} leaves the slot empty`, () => {
      expect(SILENCE_REASONS.filter((known) => known === reason).map(leaveOf)).to.deep.equal(['empty']);
    });
  }

  it('[W3] exactly the silences that the shopper can end say so', () => {
    expect(SILENCE_REASONS.filter(shopperCanEnd)).to.have.members(NAMES_AN_ACTION.split(' '));
  });

  it('[W3] every silence says what ends it', () => {
    expect(Object.keys(ENDED_BY)).to.have.members([...SILENCE_REASONS]);
  });
});
