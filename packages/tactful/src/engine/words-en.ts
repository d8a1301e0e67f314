import type { Wording } from './wording.js';
import type { ReasonCode } from './reason.js';

/** English, for every code. It is the reference: what a sentence here does not claim, no other language claims. */
export const WORDS_EN: Readonly<Record<ReasonCode, Wording>> = {
  NO_CONSENT: {
    shopper: 'You have not said yes to personal offers.',
    developer: 'Permission rule: no purpose is in.',
    educator: 'More control nearly doubled clicks on personal ads (Tucker 2014).',
  },
  NO_PERMISSION: {
    shopper: 'You have not allowed messages this way.',
    developer: 'Permission rule: channel not granted.',
    educator: 'Permission is earned step by step.',
  },
  CAPPED: {
    shopper: 'That was enough for now.',
    shopperWith: ['That was enough until {until}.'],
    developer: 'Cap rule: frequency reached.',
    educator: 'Fewer messages, no less engagement (Zhao et al. 2018).',
  },
  COOLDOWN: {
    shopper: 'After your answer this rests for now.',
    shopperWith: ['After your answer this rests until {until}.'],
    developer: 'Exclusion rule: suppress, 14 days; same offer 60.',
    educator: '60 days is a French rule for calls (2022-1313).',
  },
  SATIATED: {
    shopper: 'You bought something like this not long ago.',
    shopperWith: ['You bought something in {category} not long ago.'],
    developer: 'Exclusion rule: satiation over 0.5.',
    educator: 'Appetite falls on buying and recovers in time (Leqi et al. 2021).',
  },
  WORN_OUT: {
    shopper: 'This has been shown often enough.',
    shopperWith: ['Shown {count} times is enough.'],
    developer: 'Exclusion rule: wear of 5 or more.',
    educator: 'In a survey ads annoyed at about 5 times, angered at 10 (InSkin/RAPP 2014).',
  },
  NEVER_LIST: {
    shopper: 'This is on the list of things not to show you.',
    developer: 'Exclusion rule: never-list.',
    educator: 'Words outrank clicks (Kleinberg et al. 2024).',
  },
  NOT_WIN_WIN: {
    shopper: 'Not good enough for both you and the shop.',
    developer: 'Win-win gate: a value under 0.',
    educator: 'Both must gain; one cannot pay for the other.',
  },
  NOTHING_ELIGIBLE: {
    shopper: 'There is no offer for this place now.',
    developer: 'Every offer was excluded; see verdicts.',
    educator: 'Rules come before scores.',
  },
  NOTHING_FITS: {
    shopper: 'Nothing suits you well enough now.',
    developer: 'The offer that came furthest was not relevant; see verdicts.',
    educator: 'Without a floor everybody gets the same.',
  },
  SAVED_FOR_LATER: {
    shopper: 'Kept for a better moment.',
    developer: 'Choice: utility under the slot price.',
    educator: 'Under a cap every contact has a price.',
  },
  WAIT_FOR_YOU: {
    shopper: 'This can wait until your next visit.',
    developer: 'Choice: a visit in 7 days is likely enough.',
    educator: 'Who comes anyway need not be called.',
  },
  CONTROL_GROUP: {
    shopper: 'By lot, no offers now: it shows whether they help.',
    developer: 'Experiment: holdout or a draw.',
    educator: 'Long effects show only beside a group without (Goli et al. 2025).',
  },
  BETTER_SILENT: {
    shopper: 'Saying nothing was the better choice.',
    developer: 'Choice: no utility above that of silence.',
    educator: 'Silence competes too (compare Broder et al. 2008).',
  },
  LAW: {
    shopper: 'The law does not allow this now.',
    developer: 'Norm pack, sector ban, or a class or channel closed by policy.',
    educator: 'Rules only tighten.',
  },
  QUIET_HOURS: {
    shopper: 'No messages at this hour.',
    shopperWith: ['No messages before {until}.'],
    developer: 'Norm: 21:00 to 09:00, interrupt and outbound only.',
    educator: 'Norms bind what intrudes.',
  },
  DEADLINE: {
    shopper: 'There was no answer in time.',
    developer: 'Over deadlineMs (1,000).',
    educator: 'The shop never waits for an offer.',
  },
  NOT_READY: {
    shopper: 'The page was not ready yet.',
    developer: 'Worker, storage or catalog missing; see health().',
    educator: 'Without facts the page stays as it is.',
  },
  PAUSED: {
    shopper: 'You paused personal offers.',
    developer: 'Permission rule: mode is paused.',
    educator: 'The shopper outranks the site.',
  },
  QUIET_TIME: {
    shopper: 'Quiet time.',
    shopperWith: ['Quiet time until {until}.'],
    developer: 'Permission rule: quiet time.',
    educator: 'Only the end is kept, so nobody can read why.',
  },
  TASK_FOCUS: {
    shopper: 'You are in the middle of something.',
    developer: 'Permission rule: checkout or task open.',
    educator: 'Openness depends on the task and its stage (Mehrotra et al. 2016).',
  },
  JUST_BOUGHT: {
    shopper: 'Thank you for your order; nothing else for now.',
    developer: 'Permission rule: 30 minutes after purchase.',
    educator: 'After buying, ads discouraged 4 to 1 (InSkin/RAPP 2014).',
  },
  SUPPORT_FIRST: {
    shopper: 'Help comes first now.',
    developer: 'Permission rule: support over 0.5.',
    educator: 'Visits differ in purpose (compare Moe 2003).',
  },
  OPEN_COMPLAINT: {
    shopper: 'Your complaint comes first.',
    developer: 'Permission rule: complaint open.',
    educator: 'First help, a person or an apology.',
  },
  RECOVERY: {
    shopper: 'Something went wrong, and making it right comes first.',
    developer: 'Permission rule: a strike within 90 days, not made good.',
    educator: 'Recovery raises satisfaction, not buying (de Matos et al. 2007).',
  },
  VULNERABLE: {
    shopper: 'This is not a time for offers.',
    developer: 'Stated in life_event_stated: a loss, 30 days; credit and up-sell, always.',
    educator: 'Experiments on people need limits (Bird et al. 2016).',
  },
  MINOR: {
    shopper: 'No personal offers where children may be.',
    developer: 'Option audience: child-possible.',
    educator: 'Here no profile is made.',
  },
  INCIDENT: {
    shopper: 'A problem is being solved first.',
    developer: 'Catalog: an incident touches this shopper.',
    educator: 'Remedy outranks every sale.',
  },
  YOU_ASKED: {
    shopper: 'You asked for this.',
    developer: 'Requested: tellMe() or show_me.',
    educator: 'What is asked for intrudes least.',
  },
  YOU_SAID: {
    shopper: 'You said you like this.',
    shopperWith: ['You said you like {category}.', 'You said you like {brand}.'],
    developer: 'Stated preference is the largest term.',
    educator: 'Words outrank clicks (Kleinberg et al. 2024).',
  },
  YOUR_GOAL: {
    shopper: 'It helps with the goal you set.',
    developer: 'helps names a goal in goal_stated.',
    educator: 'The shopper says what is value.',
  },
  YOU_OFTEN: {
    shopper: 'It fits what you did in this shop before.',
    shopperWith: [
      'It fits what you looked at or bought here: {category}.',
      'It fits what you looked at or bought here: {brand}.',
    ],
    developer: 'Observed affinity is the largest term.',
    educator: 'A share, near the average while facts are few.',
  },
  DUE_AGAIN: {
    shopper: 'It may be time for this again.',
    shopperWith: ['It may be time for this again, after {days} days.'],
    developer: 'Replenish: chance of being due 0.35 to 0.85.',
    educator: 'Past gaps predict the next (compare Bhagat et al. 2018).',
  },
  GOES_WITH: {
    shopper: 'It goes with what you chose.',
    shopperWith: ['It goes with what you chose in {category}.'],
    developer: 'Complement of an item in cart or order.',
    educator: 'What completes helps; more of the same does not.',
  },
  NEW_FOR_YOU: {
    shopper: 'It is new for you.',
    shopperWith: ['New for you in {category}.'],
    developer: 'Novelty is the largest term.',
    educator: 'Benefit may be explored, harm may not.',
  },
  SAVES_MONEY: {
    shopper: 'It saves you money.',
    shopperWith: ['It saves you {amount}.'],
    developer: 'The saving is the largest term.',
    educator: 'A saving counts as value.',
  },
  HELP_FIRST: {
    shopper: 'Help comes before selling.',
    developer: 'Class help, human, apology or remedy.',
    educator: 'For help, value to the shopper counts in full.',
  },
  PICK_UP: {
    shopper: 'You can go on where you stopped.',
    developer: 'A task left open, or what an info visit was about.',
    educator: "In a vendor's survey 92 % disliked repeating things (Thunderhead 2013).",
  },
  RHYTHM_BREAK: {
    shopper: 'It has been a while; did something go wrong?',
    developer: 'Gap less likely than 0.02; inbound only.',
    educator: 'False in 1 of 30 gaps or fewer, so it asks.',
  },
  TRYING_SOMETHING: {
    shopper: 'Chosen by chance, to learn what is useful.',
    developer: 'The draw was not the best; see probability.',
    educator: 'Known chances allow a fair measure (Dudík et al. 2014).',
  },
  NOT_YET: {
    shopper: 'This has not started yet.',
    shopperWith: ['Not before {until}.'],
    developer: 'validFrom is later.',
    educator: 'No score outweighs a date.',
  },
  EXPIRED: {
    shopper: 'This has ended.',
    developer: 'validThrough is past.',
    educator: 'No score outweighs a date.',
  },
  CONDITION: {
    shopper: 'This is for another situation.',
    developer: 'when is false.',
    educator: 'Anyone can check a condition.',
  },
  OWNED: {
    shopper: 'You have this already.',
    developer: 'Bought before; suggest and coupon only.',
    educator: 'Selling it twice is not listening.',
  },
  CONTRACT: {
    shopper: 'It does not suit how you want to be treated here.',
    developer: 'Contract: class not allowed.',
    educator: 'People relate to brands differently (Avery et al. 2014).',
  },
  WRONG_CHANNEL: {
    shopper: 'This is for another channel.',
    developer: 'channels lacks this one.',
    educator: 'The channel is part of the offer.',
  },
  WRONG_PLACEMENT: {
    shopper: 'This is for another place.',
    developer: 'placements lacks this one.',
    educator: 'The place is part of the offer.',
  },
  NO_PURPOSE: {
    shopper: 'This needs a yes you have not given.',
    developer: 'needs names a purpose that is not in.',
    educator: 'Data serve only the purpose agreed to.',
  },
  NOT_RELEVANT: {
    shopper: 'This does not suit you well enough.',
    developer: 'No floor reached: evidence, fit over 0, intent, first visit, or not due.',
    educator: 'Without a floor everybody gets the same.',
  },
  OUTSCORED: {
    shopper: 'Something else suited you better.',
    developer: 'Lower utility; see sums.',
    educator: 'Utility is a sum of terms to be seen.',
  },
};

// One chunk for each language: who explains needs both.
export { ACCOUNT_WORDS_EN } from './account-words-en.js';
