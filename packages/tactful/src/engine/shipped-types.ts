import { ALWAYS_BANNED } from './conduct.js';
import type { TypePack } from './relationship-type.js';

const AVERY = 'Avery, Fournier, Wittenbraker 2014, Harvard Business Review 92(7/8)';
const ELICITED = 'prior, weights and contract: elicited';

/**
 * The four types that are there from the start. A site may take others (see {@link readTypePack}).
 *
 * They are four of the 29 that Avery, Fournier and Wittenbraker found; prior, weights and contracts are elicited.
 */
export const SHIPPED_TYPES: readonly [TypePack, ...TypePack[]] = [
  {
    id: 'basic',
    publicName: { en: 'Just the essentials', nl: 'Gewoon wat ik nodig heb' },
    prior: 0.55,
    weights: {
      regularity: 1.2,
      breadth: 0,
      novelty: -1,
      fullPrice: -0.2,
      effort: -1,
      contribution: -0.8,
      service: -0.5,
      sensitivity: -0.3,
      tenure: 0.6,
      passion: -1,
      discount: 0.3,
    },
    contract: {
      outboundPer30d: 1,
      favours: ['replenish', 'quiet'],
      bans: [...ALWAYS_BANNED, 'small_talk', 'novelty_push', 'games'],
      strikesToRecovery: 2,
      failureResponse: 'brief',
    },
    sources: [`basic exchange: ${AVERY}`, ELICITED],
  },
  {
    id: 'partner',
    publicName: { en: 'Thinking along', nl: 'Meedenken' },
    prior: 0.15,
    weights: {
      regularity: 0.6,
      breadth: 0.5,
      novelty: 0,
      fullPrice: 0.3,
      effort: 0.3,
      contribution: 1.8,
      service: 0.2,
      sensitivity: -0.3,
      tenure: 1,
      passion: 0.2,
      discount: -0.4,
    },
    contract: {
      outboundPer30d: 2,
      favours: ['question', 'inform', 'early_access', 'report_back'],
      bans: [...ALWAYS_BANNED, 'ignoring_suggestion'],
      strikesToRecovery: 2,
      failureResponse: 'explained',
    },
    sources: [`business partners: ${AVERY}`, ELICITED],
  },
  {
    id: 'fling',
    publicName: { en: 'Surprise me', nl: 'Verras me' },
    prior: 0.2,
    weights: {
      regularity: -0.8,
      breadth: 0.2,
      novelty: 1.8,
      fullPrice: 0.8,
      effort: 0.4,
      contribution: -0.3,
      service: -0.5,
      sensitivity: -0.6,
      tenure: -0.6,
      passion: 1.5,
      discount: -0.4,
    },
    contract: {
      outboundPer30d: 2,
      favours: ['inspire', 'novelty'],
      bans: [...ALWAYS_BANNED, 'replenishment_nag', 'are_you_sure'],
      strikesToRecovery: 2,
      failureResponse: 'light',
    },
    sources: [`fling: ${AVERY}; Aaker, Fournier, Brasel 2004, Journal of Consumer Research 31(1)`, ELICITED],
  },
  {
    id: 'attentive',
    publicName: { en: 'At your service', nl: 'Tot uw dienst' },
    prior: 0.1,
    weights: {
      regularity: 0,
      breadth: 0,
      novelty: -0.2,
      fullPrice: 0.4,
      effort: 0.3,
      contribution: -0.2,
      service: 1.6,
      sensitivity: 1.6,
      tenure: 0,
      passion: 0,
      discount: 0,
    },
    contract: {
      outboundPer30d: 1,
      favours: ['help', 'human', 'proactive_status'],
      bans: [...ALWAYS_BANNED, 'question', 'self_service_deflection', 'second_try'],
      strikesToRecovery: 1,
      failureResponse: 'personal',
    },
    sources: [`a relation in which every need is met: ${AVERY}`, ELICITED],
  },
];
