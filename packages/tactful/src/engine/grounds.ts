import type { Affinity } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import type { Ground } from './decision.js';
import { evidenceKey } from './evidence.js';
import type { Folded } from './folded.js';
import type { Item } from './item.js';
import type { Taste } from './taste.js';

const LATEST = 5;

function ground(reason: Ground['reason'], about: Pick<Ground, 'facet' | 'about'>, ids: readonly string[] = []): Ground {
  return { reason, ...about, evidence: ids.slice(-LATEST), count: ids.length };
}

const facetOf = ({ facet, value }: Affinity): Pick<Ground, 'facet' | 'about'> => ({ facet, about: value });

function stated(taste: Taste, folded: Folded): readonly Ground[] {
  const part = taste.parts.find((each) => each.stated > 0);
  if (!part) return [];
  const said = folded.stated.get(evidenceKey(part.facet, part.value));
  return said ? [ground('YOU_SAID', facetOf(part), [said.id])] : [];
}

/** Of what was looked at, the narrowest value that stands out. */
function revealed(taste: Taste): readonly Ground[] {
  const part = taste.parts.find(({ evidence, feature }) => evidence >= 0.1 && feature > 0);
  return part ? [ground('YOU_OFTEN', facetOf(part), part.ids)] : [];
}

/** Its condition says that it goes with something; what it goes with is named only where the department is the same. */
function complements({ offer, prefixes }: CompiledOffer, folded: Folded): readonly Ground[] {
  if (offer.class !== 'complement') return [];
  const isNear = (item: Item): boolean => item.prefixes[0] === prefixes[0];
  const [last] = folded.purchases.filter(({ items }) => items.some(isNear)).slice(-1);
  const near = (last?.items ?? [...folded.cart.values()]).find(isNear);
  const category = near?.prefixes[near.prefixes.length - 1];
  const about: Pick<Ground, 'facet' | 'about'> =
    category === undefined ? { facet: 'offer', about: offer.id } : { facet: 'category', about: category };
  return [ground('GOES_WITH', about, last ? [last.id] : [])];
}

/** What a choice truly rests on, stated causes first. Never empty. */
export function groundsOf(
  compiled: CompiledOffer,
  read: { readonly taste: Taste; readonly folded: Folded },
): readonly Ground[] {
  const { offer } = compiled;
  const itself = { facet: 'offer', about: offer.id } as const;
  const found = [
    ...stated(read.taste, read.folded),
    ...complements(compiled, read.folded),
    ...revealed(read.taste),
    ...((offer.discount ?? 0) > 0 ? [ground('SAVES_MONEY', itself)] : []),
    ...(offer.class === 'help' || offer.class === 'human' ? [ground('HELP_FIRST', itself)] : []),
    ...(offer.class === 'replenish' ? [ground('DUE_AGAIN', itself)] : []),
  ];
  return found.length > 0 ? found : [ground('NEW_FOR_YOU', itself)];
}
