import { readCatalog, type CatalogProblem } from 'tactful/engine';
import { EXIT, type Output } from './output.js';
import { readJsonFile } from './read-file.js';

/** One problem in one line: where, what was found there, what belongs there. */
export function problemLine({ path, found, fix }: CatalogProblem): string {
  return `${path === '' ? 'catalog' : path}: ${found}; should be: ${fix}`;
}

/** The command `check`: prints the problems of a catalogue of any size, then how much of it is usable. Resolves to the exit code. */
export async function checkCatalog(
  file: string,
  to: { readonly output: Output; readonly json: boolean },
): Promise<number> {
  const { output, json } = to;
  const { catalog, problems } = readCatalog(await readJsonFile(file), { offers: Infinity });
  const usable = catalog?.offers.length ?? 0;
  if (json) output.out(JSON.stringify({ file, usable, problems }, null, 2));
  else {
    for (const problem of problems) output.out(problemLine(problem));
    output.out(
      `${file}: ${String(problems.length)} ${problems.length === 1 ? 'problem' : 'problems'}, ${String(usable)} usable offers`,
    );
  }
  return problems.length > 0 ? EXIT.failed : EXIT.done;
}
