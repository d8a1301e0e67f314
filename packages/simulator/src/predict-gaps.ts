import { gapBelief, gapQuantile, median } from 'tactful/engine';

/** One way to say how long the next gap will be, by person, in days. */
export interface GapPrediction {
  readonly name: string;
  readonly predicted: ReadonlyMap<string, number>;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** Half of the people come back sooner than this: the median of each one's own median gap. */
function typicalGap(gaps: Iterable<readonly number[]>): number {
  const typical = median([...gaps].flatMap((own) => median(own) ?? []));
  if (typical === undefined) throw new Error('no gap in any history');
  return typical;
}

/**
 * The median of the predictive, then the rivals: everybody's typical gap, the own last one, the own
 * mean and the own median. Who has no gap yet gets the typical one from each rival.
 * Throws when nobody has one.
 */
export function predictGaps(gaps: ReadonlyMap<string, readonly number[]>): readonly GapPrediction[] {
  const typical = typicalGap(gaps.values());
  const by = (name: string, predict: (own: readonly number[]) => number | undefined): GapPrediction => ({
    name,
    predicted: new Map([...gaps].map(([id, own]) => [id, predict(own) ?? typical])),
  });
  return [
    by('tactful', (own) => {
      const next = gapQuantile(gapBelief(own, { cycle: typical }), 0.5);
      return 'value' in next ? next.value : undefined;
    }),
    by('population median', () => undefined),
    by('own last gap', (own) => own.at(-1)),
    by('own mean gap', (own) => (own.length === 0 ? undefined : sumOf(own) / own.length)),
    by('own median gap', median),
  ];
}
