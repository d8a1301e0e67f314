import { DAY_MS, MINUTE_MS } from './clock.js';
import { decayFactor } from './decay.js';

/** What a visit may be for: to find out, to buy, to enjoy, to be helped. */
export type Intent = 'info' | 'buy' | 'fun' | 'support';

/** A number for each intent: as a belief they sum to 1, as likelihoods they are relative. */
export type Intents = Readonly<Record<Intent, number>>;

/** What is believed of a visit before anything is seen of it. Elicited (science 6.2). */
export const INTENT_PRIOR: Intents = { info: 0.3, buy: 0.25, fun: 0.35, support: 0.1 };
/** How much of a belief is kept from one event to the next; the rest starts anew. Elicited. */
const KEPT = 0.92;
/** After twenty minutes without a row half of a belief has gone. Elicited. */
const IDLE_HALF_LIFE_DAYS = (20 * MINUTE_MS) / DAY_MS;
/** What the shopper says is believed so firmly for the rest of the visit. Elicited. */
const SAID = 0.97;

function each(work: (intent: Intent) => number): Intents {
  return { info: work('info'), buy: work('buy'), fun: work('fun'), support: work('support') };
}

/**
 * The belief after an event of the given likelihoods: a Bayes filter that restarts a little at every step (science 6.2).
 *
 * A few clicks say little of what a visit is for; nothing more is claimed. Moe (2003) is the closest published typology.
 */
export function afterEvidence(belief: Intents, likelihood: Intents): Intents {
  const joint = each((intent) => likelihood[intent] * (KEPT * belief[intent] + (1 - KEPT) * INTENT_PRIOR[intent]));
  const sum = joint.info + joint.buy + joint.fun + joint.support;
  return each((intent) => joint[intent] / sum);
}

/** The belief after so many milliseconds in which nothing happened: it falls back to the prior, half in 20 minutes. */
export function afterIdle(belief: Intents, idleMs: number): Intents {
  const left = decayFactor(idleMs, IDLE_HALF_LIFE_DAYS);
  return each((intent) => left * belief[intent] + (1 - left) * INTENT_PRIOR[intent]);
}

/** The belief once the shopper has said it: .97, and .01 for each of the others. */
export function statedBelief(stated: Intent): Intents {
  return each((intent) => (intent === stated ? SAID : (1 - SAID) / 3));
}

/** The likeliest intent; of equals the one named first in {@link Intent}. */
export function likeliest(belief: Intents): Intent {
  const order: readonly Intent[] = ['info', 'buy', 'fun', 'support'];
  return order.reduce((best, intent) => (belief[intent] > belief[best] ? intent : best));
}

const ALIASES: Readonly<Record<Intent, RegExp>> = {
  info: /^(?:info|information|informatie|research)$/,
  buy: /^(?:buy|purchase|kopen)$/,
  fun: /^(?:fun|entertainment|inspiration|inspiratie|browse)$/,
  support: /^(?:support|help|service|hulp)$/,
};

/** The intent that the shopper's word means, or `undefined` where it is none of the four. */
export function intentNamed(word: string): Intent | undefined {
  const lower = word.toLowerCase();
  return (['info', 'buy', 'fun', 'support'] as const).find((intent) => ALIASES[intent].test(lower));
}
