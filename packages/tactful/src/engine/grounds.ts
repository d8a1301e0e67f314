import type { Affinity } from './affinity.js';
import type { CompiledOffer } from './compile-catalog.js';
import type { Ground } from './decision.js';
import { evidenceKey } from './evidence.js';
import { unfinishedIntent } from './fold-intent.js';
import type { Wish } from './fold-tell-me.js';
import type { Folded } from './folded.js';
import { goalStated } from './goal-fit.js';
import type { Item } from './item.js';
import type { Situation } from './situation.js';

const LATEST = 5;
const SERVES: ReadonlySet<string> = new Set(['help', 'human', 'apology', 'remedy']);

function ground(reason: Ground['reason'], about: Pick<Ground, 'facet' | 'about'>, ids: readonly string[] = []): Ground {
  return { reason, ...about, evidence: ids.slice(-LATEST), count: ids.length };
}

const facetOf = ({ facet, value }: Affinity): Pick<Ground, 'facet' | 'about'> => ({ facet, about: value });
const itself = ({ offer }: CompiledOffer): Pick<Ground, 'facet' | 'about'> => ({ facet: 'offer', about: offer.id });

function stated(parts: readonly Affinity[], folded: Folded): readonly Ground[] {
  const part = parts.find((each) => each.stated > 0);
  if (!part) return [];
  const said = folded.stated.get(evidenceKey(part.facet, part.value));
  return said ? [ground('YOU_SAID', facetOf(part), [said.id])] : [];
}

function goal(compiled: CompiledOffer, folded: Folded): readonly Ground[] {
  const said = goalStated(folded, compiled.offer.helps);
  return said === undefined ? [] : [ground('YOUR_GOAL', itself(compiled), [said])];
}

/** Of what was looked at, the narrowest value that stands out. */
function revealed(parts: readonly Affinity[]): readonly Ground[] {
  const part = parts.find(({ evidence, feature }) => evidence >= 0.1 && feature > 0);
  return part ? [ground('YOU_OFTEN', facetOf(part), part.ids)] : [];
}

/** What the last visit wanted to know and left open; selling is no answer to it. */
function pickUp({ offer, prefixes }: CompiledOffer, { folded, at, offset }: Situation): readonly Ground[] {
  if (offer.class !== 'inform' && offer.class !== 'help') return [];
  const left = unfinishedIntent(folded, { at, offset });
  const category = [...(left?.item.prefixes ?? [])].reverse().find((prefix) => prefixes.includes(prefix));
  return left && category !== undefined ? [ground('PICK_UP', { facet: 'category', about: category }, left.ids)] : [];
}

/** Its condition says that it goes with something; what it goes with is named only where the department is the same. */
function complements(compiled: CompiledOffer, folded: Folded): readonly Ground[] {
  const { offer, prefixes } = compiled;
  if (offer.class !== 'complement') return [];
  const isNear = (item: Item): boolean => item.prefixes[0] === prefixes[0];
  const [last] = folded.purchases.filter(({ items }) => items.some(isNear)).slice(-1);
  const near = (last?.items ?? [...folded.cart.values()]).find(isNear);
  const category = near?.prefixes[near.prefixes.length - 1];
  const about = category === undefined ? itself(compiled) : ({ facet: 'category', about: category } as const);
  return [ground('GOES_WITH', about, last ? [last.id] : [])];
}

/** What a choice truly rests on: what was asked for, then what was said, then what was done. Never empty. */
export function groundsOf(
  compiled: CompiledOffer,
  read: { readonly parts: readonly Affinity[]; readonly situation: Situation; readonly asked: readonly Wish[] },
): readonly Ground[] {
  const { offer, readsRhythm } = compiled;
  const { folded } = read.situation;
  const about = itself(compiled);
  const asked = read.asked.map(({ id }) => id);
  const found = [
    ...(asked.length > 0 ? [ground('YOU_ASKED', about, asked)] : []),
    ...stated(read.parts, folded),
    ...goal(compiled, folded),
    ...pickUp(compiled, read.situation),
    ...complements(compiled, folded),
    ...revealed(read.parts),
    ...((offer.discount ?? 0) > 0 ? [ground('SAVES_MONEY', about)] : []),
    ...(readsRhythm ? [ground('RHYTHM_BREAK', about)] : []),
    ...(SERVES.has(offer.class) ? [ground('HELP_FIRST', about)] : []),
    ...(offer.class === 'replenish' ? [ground('DUE_AGAIN', about)] : []),
  ];
  return found.length > 0 ? found : [ground('NEW_FOR_YOU', about)];
}
