import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** A place where a function is greatest, as far as steps of Newton's method lead. */
export interface Maximum {
  readonly at: readonly number[];
  readonly value: number;
  /** False when the steps ran out before the gain did. */
  readonly settled: boolean;
}

const MOST_STEPS = 200;
/** A step that promises less than this is not worth taking. */
const LEAST_GAIN = 1e-10;
const LONGEST_STEP = 2;
const MOST_HALVINGS = 30;
/** Differences: small enough for the slope, wide enough that rounding does not drown the curvature. */
const SLOPE_STEP = 1e-5;
const CURVATURE_STEP = 1e-3;
/** Logarithms beyond this are as good as 0 or infinity: the search goes no further. */
export const FURTHEST: number = Math.log(1e6);

type Objective = (at: readonly number[]) => number;

const moved = (at: readonly number[], moves: Readonly<Record<number, number>>): readonly number[] =>
  at.map((each, index) => each + (moves[index] ?? 0));

function slopeOf(objective: Objective, at: readonly number[]): readonly number[] {
  return at.map(
    (_, i) =>
      (objective(moved(at, { [i]: SLOPE_STEP })) - objective(moved(at, { [i]: -SLOPE_STEP }))) / (2 * SLOPE_STEP),
  );
}

function curvatureOf(
  objective: Objective,
  { at, value }: { readonly at: readonly number[]; readonly value: number },
): Matrix {
  const h = CURVATURE_STEP;
  const curvature = Matrix.zeros(at.length, at.length);
  for (let i = 0; i < at.length; i++) {
    const both = objective(moved(at, { [i]: h })) + objective(moved(at, { [i]: -h }));
    curvature.set(i, i, (both - 2 * value) / (h * h));
    for (let j = 0; j < i; j++) {
      const same = objective(moved(at, { [i]: h, [j]: h })) + objective(moved(at, { [i]: -h, [j]: -h }));
      const crossed = objective(moved(at, { [i]: h, [j]: -h })) + objective(moved(at, { [i]: -h, [j]: h }));
      curvature.set(i, j, (same - crossed) / (4 * h * h));
      curvature.set(j, i, curvature.get(i, j));
    }
  }
  return curvature;
}

/** Newton's step with every direction taken as one that bends down, so that it leads uphill from saddles too. */
function uphill(slope: readonly number[], curvature: Matrix): readonly number[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(curvature, { assumeSymmetric: true });
  const bend = realEigenvalues.map(Math.abs);
  const least = 1e-8 * Math.max(1, ...bend);
  const along = eigenvectorMatrix.transpose().mmul(Matrix.columnVector([...slope]));
  const scaled = along.to1DArray().map((each, index) => each / Math.max(least, bend[index] ?? 0));
  const step = eigenvectorMatrix.mmul(Matrix.columnVector(scaled)).to1DArray();
  const length = Math.hypot(...step);
  return step.map((each) => each * Math.min(1, LONGEST_STEP / length));
}

const within = (at: readonly number[]): readonly number[] =>
  at.map((each) => Math.min(FURTHEST, Math.max(-FURTHEST, each)));

/**
 * The maximum of a smooth function of a few logarithms near a start, by damped Newton steps from
 * differences, over the decompositions of ml-matrix.
 *
 * It settles quadratically, so a second start from where it ended moves nothing. Coordinates stay
 * within a factor of a million of 1.
 */
export function maximize(objective: Objective, start: readonly number[]): Maximum {
  let at = within(start);
  let value = objective(at);
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const slope = slopeOf(objective, at);
    const step = uphill(slope, curvatureOf(objective, { at, value }));
    const promised = slope.reduce((sum, each, index) => sum + each * (step[index] ?? 0), 0);
    if (!(promised > LEAST_GAIN)) return { at, value, settled: promised >= 0 };
    let length = 1;
    let next = at;
    let better = value;
    for (let halvings = 0; halvings < MOST_HALVINGS && !(better > value); halvings++, length /= 2) {
      // Arrow functions below are called at once, in this round.
      const factor = length;
      next = within(at.map((each, index) => each + factor * (step[index] ?? 0)));
      better = objective(next);
    }
    if (!(better > value)) return { at, value, settled: true };
    [at, value] = [next, better];
  }
  return { at, value, settled: false };
}
