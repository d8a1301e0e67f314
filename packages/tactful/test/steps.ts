import fc from 'fast-check';

/** Below this is each number of {@link steps}. */
const BELOW = 2 ** 30;

/** A list of numbers that is drawn as one value: one value for each number takes longer than the laws themselves. */
class Steps extends fc.Arbitrary<readonly number[]> {
  readonly #fewest: number;
  readonly #most: number;

  constructor(fewest: number, most: number) {
    super();
    this.#fewest = fewest;
    this.#most = most;
  }

  override generate(random: fc.Random): fc.Value<readonly number[]> {
    const length = random.nextInt(this.#fewest, this.#most);
    const numbers = Array.from({ length }, () => random.nextInt(0, BELOW - 1));
    return new fc.Value(numbers, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly number[] {
    return Array.isArray(value);
  }

  /** Half of them, then all but one; last each number made 0. */
  override shrink(numbers: readonly number[]): fc.Stream<fc.Value<readonly number[]>> {
    const half = Math.ceil(numbers.length / 2);
    const halves = [numbers.slice(half), numbers.slice(0, half)];
    const fewer = numbers.map((_, n) => numbers.filter((_step, other) => other !== n));
    const plainer = numbers.flatMap((number, n) =>
      number === 0 ? [] : [numbers.map((each, other) => (other === n ? 0 : each))],
    );
    const smaller = [...halves, ...fewer].filter(({ length }) => length < numbers.length && length >= this.#fewest);
    return fc.stream([...smaller, ...plainer].map((each) => new fc.Value(each, undefined)).values());
  }
}

/** Lists of numbers from 0 to 2^30 - 1, from which rows or offers are made. */
export const steps = (most: number, fewest = 0): fc.Arbitrary<readonly number[]> => new Steps(fewest, most);
