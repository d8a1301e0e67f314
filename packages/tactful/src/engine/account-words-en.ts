import type { AccountWords } from './account-words.js';

/** English, for every term, input and action. */
export const ACCOUNT_WORDS_EN: AccountWords = {
  term: {
    business: {
      name: 'gain of the shop',
      idea: 'Margin that speaking adds, less what is given to who would have bought anyway: (p1 - p0)(m - d) - p0 d (compare Ascarza 2018).',
    },
    shopper: {
      name: 'gain of the shopper',
      idea: 'Saving and use, p1 (d + nu m fit); .3 of it counts for what sells, all for advice.',
    },
    saving: { name: 'saved by advice', idea: 'What good advice saves counts in full: p1 d.' },
    relation: { name: 'good for the relation', idea: 'What a gift, help or an apology mends.' },
    harm: {
      name: 'risk of annoying',
      idea: 'Chance to annoy, at its upper bound, times what would be lost, plus attention (compare Goldstein et al. 2014).',
    },
    tact: { name: 'margin of tact', idea: 'In doubt, silence: a tie is silence too.' },
    slot: {
      name: 'price of a contact',
      idea: 'Under a cap every contact has a price (compare Badanidiyuru et al. 2013).',
    },
    wait: { name: 'waiting for a visit', idea: 'Chance of a visit within 7 days, times what it would bring.' },
    neglect: { name: 'being ignored', idea: 'Silence has a price as well, where nothing would be sold.' },
  },
  feature: {
    affinity: 'fits what was done here',
    stated: 'fits what was said',
    priceFit: 'fits the usual price',
    wear: 'shown lately',
    discount: 'size of the reduction',
    satiation: 'bought not long ago',
    fatigue: 'many messages lately',
    due: 'about time again',
    moment: 'a moment to spare',
    outbound: 'sent, not found',
    support: 'came for help',
    goal: 'helps a stated goal',
  },
  sum: '{what}: {sum} = {total}',
  chance:
    'Chance of buying: {before} % unasked, {after} % when spoken to; the inputs share the difference (Sundararajan et al. 2017).',
  silence: 'silence',
  decimal: '.',
  later: 'After {moment} you would have seen “{offer}”.',
  instead: '{action} you would have seen “{offer}”.',
  doing: {
    preference: 'If you say that you like {value},',
    never: 'If you say what never to show,',
    relationship: 'If you choose how to be treated,',
    channel: 'If you allow messages this way,',
    quiet: 'If you end the quiet time,',
    mode: 'If you ask for offers again,',
    intent: 'If you say that you came to buy,',
    goal: 'If you name a goal,',
    visit: 'On a visit of your own',
    consent: 'If you say yes to {value},',
    forget: 'If you take back your “never”,',
    task: 'If you finish what you were doing,',
  },
  verdict: '{offer}: {reason}',
  chosen: 'Chosen.',
};
