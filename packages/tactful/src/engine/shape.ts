/** Where something is wrong, what stands there, and what should. */
export type ShapeProblem = readonly [path: string, found: unknown, fix: string];

/** What is wrong with a value, or `undefined`. */
export type Check = (value: unknown) => ShapeProblem | undefined;

/** An object with any keys. */
export type Fields = Readonly<Record<string, unknown>>;

/** Checks by the name of a field. */
export type Shape = Readonly<Record<string, Check>>;

/** Whether a value is an object with keys. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A path below a key: `a` and `b` are `a.b`, `a` and `[0]` are `a[0]`. */
export const joinPath = (key: string, path: string): string =>
  key === '' || path === '' || path.startsWith('[') ? key + path : `${key}.${path}`;

/** The same problem, seen from outside the field where it was found. */
export const under = (key: string, problem: ShapeProblem | undefined): ShapeProblem | undefined =>
  problem && [joinPath(key, problem[0]), problem[1], problem[2]];

/** A check by a yes or no, with what should stand there. */
export const is =
  (fits: (value: unknown) => boolean, fix: string): Check =>
  (value) =>
    fits(value) ? undefined : ['', value, fix];

/** One of some words, given with blanks between them. */
export function oneOf(words: string): Check {
  const known: readonly unknown[] = words.split(' ');
  return is((value) => known.includes(value), `one of ${words}`);
}

/** The first problem of some members, under the name of the member. */
function firstOf(
  keys: Iterable<string>,
  problemOf: (key: string) => ShapeProblem | undefined,
): ShapeProblem | undefined {
  for (const key of keys) {
    const problem = under(key, problemOf(key));
    if (problem) return problem;
  }
  return undefined;
}

/** A list of at least `least`, whose members all pass. */
export const listOf =
  (check: Check, least = 0): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length < least) return ['', value, 'a list'];
    const problems = value.map((each, index) => under(`[${String(index)}]`, check(each)));
    return problems.find((problem) => problem !== undefined);
  };

/** An object by keys of the shop's own, at least `least`, which a pattern may bind. */
export const mapOf =
  (check: Check, { keys = /^/, least = 0 }: { readonly keys?: RegExp; readonly least?: number } = {}): Check =>
  (value) =>
    isFields(value) && Object.keys(value).length >= least
      ? firstOf(Object.keys(value), (key) => (keys.test(key) ? check(value[key]) : ['', key, 'another name']))
      : ['', value, 'an object'];

/**
 * An object with these fields and no others: a name that is not known is a slip of the pen. Needed are those that are
 * named, with blanks between them.
 */
export const fields = (shape: Shape, needed = ''): Check => {
  const must = needed === '' ? [] : needed.split(' ');
  return (value) =>
    isFields(value)
      ? firstOf(new Set([...must, ...Object.keys(value)]), (key) => {
          const check = Object.hasOwn(shape, key) ? shape[key] : is(() => false, 'no field of this name');
          return value[key] === undefined && !must.includes(key) ? undefined : check?.(value[key]);
        })
      : ['', value, 'an object'];
};
