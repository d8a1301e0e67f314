import { DEFAULT_POLICY, type Policy } from 'tactful/engine';
import { readJsonFile } from './read-file.js';

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstOf = (problems: readonly (string | undefined)[]): string | undefined =>
  problems.find((problem) => problem !== undefined);

/** What is wrong at a path, compared with the shipped policy: an unknown name, or a value of another kind. */
function wrongAt(path: string, given: unknown, usual: unknown): string | undefined {
  if (Array.isArray(usual)) {
    if (!Array.isArray(given)) return `${path}: should be: a list`;
    const [first] = usual as readonly unknown[];
    const items = first === undefined ? [] : (given as readonly unknown[]);
    return firstOf(items.map((item, index) => wrongAt(`${path}[${String(index)}]`, item, first)));
  }
  if (!isFields(usual)) return typeof given === typeof usual ? undefined : `${path}: should be: a ${typeof usual}`;
  if (!isFields(given)) return `${path || 'policy'}: should be: an object`;
  // A table that is shipped empty has names of the shop's own choosing.
  if (Object.keys(usual).length === 0) return undefined;
  return firstOf(
    Object.entries(given).map(([name, value]) => {
      const place = path === '' ? name : `${path}.${name}`;
      return name in usual ? wrongAt(place, value, usual[name]) : `${place}: not known`;
    }),
  );
}

function fill<Whole>(given: unknown, usual: Whole): Whole {
  if (!isFields(usual) || !isFields(given) || Object.keys(usual).length === 0) return given as Whole;
  const filled = Object.entries(usual).map(([name, value]) => [name, name in given ? fill(given[name], value) : value]);
  return Object.fromEntries(filled) as Whole;
}

/**
 * A contact policy out of a JSON file; what it leaves out is as shipped.
 *
 * Rejects with one line, `FILE: path: rule`, where it holds what no policy holds.
 */
export async function readPolicyFile(file: string): Promise<Policy> {
  const raw = await readJsonFile(file);
  const wrong = wrongAt('', raw, DEFAULT_POLICY);
  if (wrong !== undefined) throw new Error(`${file}: ${wrong}`);
  return fill(raw, DEFAULT_POLICY);
}
