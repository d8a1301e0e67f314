import { readCatalog } from 'tactful/engine';
import { problemLine } from './check-catalog.js';
import { EXIT, type Output } from './output.js';
import { progressBar } from './progress-bar.js';
import { readJsonFile } from './read-file.js';
import { readPolicyFile } from './simulate-policy-file.js';
import type { SimulateRequest } from './simulate-request.js';
import { simulate } from './simulate-run.js';
import { simulationLines } from './simulate-table.js';
import { shopOf, WORLD_CATALOG, type WorldShop } from './world-shop.js';

const TOLD_TIMES = 10;

async function shopFrom(file: string | undefined): Promise<WorldShop> {
  if (file === undefined) return shopOf(WORLD_CATALOG);
  const { catalog, problems } = readCatalog(await readJsonFile(file), { offers: Infinity, images: 'reveal' });
  const [first] = problems;
  if (!catalog) throw new Error(`${file}: ${first ? problemLine(first) : 'no catalogue'}`);
  try {
    return shopOf(catalog);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The command `simulate`: prints what each policy does to a world. Resolves to the exit code. */
export async function simulateWorld(
  { catalog, policy, ...request }: SimulateRequest,
  how: { readonly output: Output; readonly json: boolean; readonly progress: ((line: string) => void) | undefined },
): Promise<number> {
  const { output, json, progress } = how;
  const shop = await shopFrom(catalog);
  const contactPolicy = policy === undefined ? undefined : await readPolicyFile(policy);
  let told = 0;
  const onProgress = (done: number, of: number): void => {
    if (done * TOLD_TIMES < told * of) return;
    told++;
    progress?.(progressBar({ done, of }, 'shoppers'));
  };
  const simulation = await simulate({ ...request, shop, ...(contactPolicy ? { contactPolicy } : {}) }, { onProgress });
  if (json) output.out(JSON.stringify(simulation, null, 2));
  else for (const line of simulationLines(simulation)) output.out(line);
  return EXIT.done;
}
