import type { Content, Offer } from './catalog.js';
import { clearIntent, intentAt } from './fold-intent.js';
import type { Situation } from './situation.js';

/**
 * The names of tones that suit somebody now, the best first: the dial, the relationship that they stated or seem to want,
 * what they came for; of what makes something good first how the relationship wants that (mission C4, science 5.4).
 */
function tonesFor({ class: offerClass }: Pick<Offer, 'class'>, situation: Situation): readonly string[] {
  const { folded, at, offset, relationship } = situation;
  const { stated, seems, contract } = relationship;
  const intent = clearIntent(intentAt(folded, { at, offset }));
  return [
    ...(offerClass === 'apology' || offerClass === 'remedy' ? [contract.failureResponse] : []),
    ...[folded.mode?.value, stated ?? seems, intent].flatMap((name) => name ?? []),
  ];
}

/** What an offer says, in the tone that suits: title and text of the first such tone that a language has, else its own. */
export function inTone(offer: Pick<Offer, 'class' | 'content'>, situation: Situation): Content {
  const names = tonesFor(offer, situation);
  const said = Object.entries(offer.content).map(([lang, own]) => {
    const { tones = {} } = own;
    const name = names.find((each) => Object.hasOwn(tones, each));
    return [lang, name === undefined ? own : { ...own, ...tones[name] }] as const;
  });
  return Object.fromEntries(said);
}
