/** A probability that somebody was given, and what came of it. */
export interface Scored {
  readonly probability: number;
  readonly outcome: boolean;
}

const BINS = 10;

/** The chance that one with the outcome scores above one without; ties count half. One half where either is missing. */
export function areaUnderCurve(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => a.probability - b.probability);
  const hits = sorted.filter(({ outcome }) => outcome).length;
  const pairs = hits * (sorted.length - hits);
  if (pairs === 0) return 0.5;
  let wins = 0;
  let below = 0;
  for (let from = 0; from < sorted.length;) {
    const level = sorted[from]?.probability;
    let to = from;
    let tiedHits = 0;
    for (; sorted[to]?.probability === level && to < sorted.length; to++) if (sorted[to]?.outcome === true) tiedHits++;
    const tiedMisses = to - from - tiedHits;
    wins += tiedHits * (below + tiedMisses / 2);
    below += tiedMisses;
    from = to;
  }
  return wins / pairs;
}

/** Expected calibration error: over ten bins of equal width, how far mean probability and share of outcomes lie apart. */
export function calibrationError(scored: readonly Scored[]): number {
  const bins = Array.from({ length: BINS }, () => ({ probability: 0, outcomes: 0 }));
  for (const { probability, outcome } of scored) {
    const bin = bins[Math.min(BINS - 1, Math.floor(probability * BINS))];
    if (bin === undefined) continue;
    bin.probability += probability;
    bin.outcomes += outcome ? 1 : 0;
  }
  const apart = bins.reduce((sum, { probability, outcomes }) => sum + Math.abs(probability - outcomes), 0);
  return scored.length === 0 ? 0 : apart / scored.length;
}
