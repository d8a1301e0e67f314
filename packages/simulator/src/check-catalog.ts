import type { CatalogProblem } from 'tactful/engine';
import type { CheckRequest } from './check-request.js';
import { readFeedProducts } from './feed-catalog.js';
import { lintCatalog, type LintReport } from './lint-catalog.js';
import type { Finding } from './lint-finding.js';
import { lintProducts } from './lint-products.js';
import { isFields } from './lint-rule.js';
import { EXIT, type Output } from './output.js';
import { printable } from './printable.js';
import { readJsonFile } from './read-file.js';
import { readShopFile, type ShopFile } from './read-shop-file.js';

/** One problem in one line: where, what was found there, what belongs there. Text of the file cannot steer a terminal. */
export function problemLine({ path, found, fix }: CatalogProblem): string {
  return printable(`${path === '' ? 'catalog' : path}: ${found}; should be: ${fix}`);
}

const given = async (file: string | undefined): Promise<unknown> =>
  file === undefined ? undefined : await readJsonFile(file);

/** The ids of a list of purposes, or of the `purposes` of a configuration. */
async function purposeIds(file: string | undefined): Promise<readonly string[] | undefined> {
  if (file === undefined) return undefined;
  const raw = await readJsonFile(file);
  const list: unknown = isFields(raw) ? raw['purposes'] : raw;
  if (!Array.isArray(list)) throw new Error(`${file}: no purposes: neither a list nor an object with purposes`);
  return list.flatMap((each: unknown) => (isFields(each) && typeof each['id'] === 'string' ? [each['id']] : []));
}

async function report(shop: ShopFile, request: CheckRequest): Promise<LintReport> {
  const { at, currency } = request;
  if (shop.kind !== 'catalog') {
    const reading = readFeedProducts(shop, { at, currency });
    return { findings: lintProducts(reading), usable: reading.products.length };
  }
  const purposes = await purposeIds(request.purposes);
  return lintCatalog(shop.raw, {
    ...(at === undefined ? {} : { at }),
    ...(purposes ? { purposes } : {}),
    policy: await given(request.policy),
    model: await given(request.model),
    images: request.images,
  });
}

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

function lineOf(finding: Finding): string {
  return `${finding.level === 'warning' ? 'warning: ' : ''}${problemLine(finding)} [${finding.rule}]`;
}

/**
 * The command `check`: prints what should change in a catalogue, Merchant feed or product list of any size, offer by offer,
 * then how much of it is usable. Resolves to the exit code: warnings alone pass.
 */
export async function checkCatalog(
  request: CheckRequest,
  to: { readonly output: Output; readonly json: boolean },
): Promise<number> {
  const { output, json } = to;
  const shop = await readShopFile(request.file);
  const { findings, usable } = await report(shop, request);
  const problems = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - problems;
  if (json) output.out(JSON.stringify({ file: request.file, kind: shop.kind, usable, problems: findings }, null, 2));
  else {
    for (const finding of findings) output.out(lineOf(finding));
    const told = [counted(problems, 'problem'), ...(warnings > 0 ? [counted(warnings, 'warning')] : [])];
    const what = shop.kind === 'catalog' ? 'usable offers' : 'usable products';
    output.out(printable(`${request.file}: ${told.join(', ')}, ${String(usable)} ${what}`));
  }
  return problems > 0 ? EXIT.failed : EXIT.done;
}
