/** What can be done to the library, in the order of the page; the first is nothing at all, to compare with. */
export const ATTACKS = ['none', 'close', 'kill', 'full', 'clock', 'beacon'] as const;

/** One of {@link ATTACKS}. */
export type Attack = (typeof ATTACKS)[number];
