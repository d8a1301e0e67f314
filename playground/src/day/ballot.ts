/** What somebody in class can say to a card; `pass` is "I do not know". */
export const VOTES = ['speak', 'hush', 'pass'] as const;

/** One of {@link VOTES}. */
export type Vote = (typeof VOTES)[number];

/** The votes at one card in the order in which they came. */
export type Ballot = readonly Vote[];

/** The most votes that one card holds: what an address can carry. */
export const MOST_VOTES = 99;

/** How often each was said. */
export type VoteCount = Readonly<Record<Vote, number>>;

/** Counts the votes at a card. */
export function countVotes(ballot: Ballot): VoteCount {
  const of = (vote: Vote): number => ballot.filter((each) => each === vote).length;
  return { speak: of('speak'), hush: of('hush'), pass: of('pass') };
}

/** What the class does: it speaks when more want to speak than to hush. A tie, or nobody's vote, is to hush. */
export function decideVote(ballot: Ballot): 'speak' | 'hush' {
  const { speak, hush } = countVotes(ballot);
  return speak > hush ? 'speak' : 'hush';
}

/** With one vote more; a full ballot stays as it is. */
export function withVote(ballot: Ballot, vote: Vote): Ballot {
  return ballot.length < MOST_VOTES ? [...ballot, vote] : ballot;
}
