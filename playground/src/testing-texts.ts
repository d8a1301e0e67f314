/** Every sentence below a value, with the way to it; functions are asked with numbers and with words. */
export function sentences(value: unknown, path: string): readonly (readonly [path: string, sentence: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [
      [1, 1],
      [2, 2],
      ['x', 'y'],
    ].map((args) => [path, String(Reflect.apply(value, undefined, args))] as const);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => sentences(below, `${path}.${key}`));
}
