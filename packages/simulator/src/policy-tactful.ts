import {
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  type Policy as ContactPolicy,
  type DecisionTrace,
  type Folded,
} from 'tactful/engine';
import type { Policy, ShopView } from './policy-view.js';

const PURPOSES = defaultPurposes();
const CONSENT = { personalization: 'in' } as const;

/**
 * The engine itself decides, with its shipped priors and the contact policy given, from the log alone.
 *
 * Only where the shopper comes by: for messages that call upon them no permission has been given, which is the default,
 * and nobody in these worlds gives one.
 */
export function tactfulPolicy(policy: ContactPolicy = DEFAULT_POLICY): Policy {
  const ask = ({ at, shop }: ShopView, folded: Folded): DecisionTrace =>
    decide({
      id: `world-${String(at)}`,
      placement: 'home',
      at,
      offset: 0,
      folded,
      contacts: folded.contacts,
      catalog: shop.catalog,
      purposes: PURPOSES,
      consent: CONSENT,
      policy,
      model: DEFAULT_MODEL,
      config: 'world',
    });
  return (view) => {
    if (view.direction === 'outbound') return undefined;
    const [chosen] = ask(view, view.read()).decision.offers;
    return chosen && view.shop.offers.get(chosen.offerId);
  };
}
