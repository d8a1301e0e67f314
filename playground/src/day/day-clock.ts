import { simulateDay, type DayCardId } from '@tactful/simulator';

let clock: ReadonlyMap<DayCardId, string> | undefined;

/** What the clock says at a card, where she is: `07:40`. */
export function clockAt(card: DayCardId): string {
  clock ??= new Map(
    simulateDay({ seed: 1, people: 1 }).moments.map(({ card: id, at, offset }) => {
      const local = new Date(at + offset * 60_000).toISOString();
      return [id, local.slice(11, 16)];
    }),
  );
  return clock.get(card) ?? '';
}
