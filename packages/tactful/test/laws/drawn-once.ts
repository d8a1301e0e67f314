import fc from 'fast-check';
import { worlds, type World } from '../arbitraries.js';

const MOST_KNOWN = 2000;

/** Whose values are remembered: of one arbitrary at a time, since what is worked out from them fills the memory. */
let forgetHeld: (() => void) | undefined;

/** Draws a value once for each state of the random numbers, and remembers it with all that was worked out from it. */
class DrawnOnce<Value> extends fc.Arbitrary<Value> {
  readonly #drawn: fc.Arbitrary<Value>;
  readonly #known = new Map<string, fc.Value<Value>>();
  readonly #forget = (): void => {
    this.#known.clear();
  };

  constructor(drawn: fc.Arbitrary<Value>) {
    super();
    this.#drawn = drawn;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Value> {
    if (forgetHeld !== this.#forget) forgetHeld?.();
    forgetHeld = this.#forget;
    const state = `${String(random.getState())} ${String(bias)}`;
    // From a copy, so that what is drawn next does not depend on whether this was known.
    const known = this.#known.get(state) ?? this.#drawn.generate(random.clone(), bias);
    if (this.#known.size < MOST_KNOWN) this.#known.set(state, known);
    random.nextInt(0, 1);
    return known;
  }

  override canShrinkWithoutContext(value: unknown): value is Value {
    return this.#drawn.canShrinkWithoutContext(value);
  }

  override shrink(value: Value, context: unknown): fc.Stream<fc.Value<Value>> {
    return this.#drawn.shrink(value, context);
  }
}

/** The same values again for the next law that begins with them: from one seed all laws look at the same ones. */
export const drawnOnce = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> => new DrawnOnce(arbitrary);

/** Worlds with logs of the usual kinds of rows. */
export const usualWorlds: fc.Arbitrary<World> = drawnOnce(worlds());
