import {
  compileCatalog,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  readCatalog,
  type CatalogProblem,
  type CompiledOffer,
} from 'tactful/engine';
import { CAP_RULES } from './lint-caps.js';
import { findingAt, inFileOrder, type Finding } from './lint-finding.js';
import { LANGUAGE_RULES, sharedLanguages } from './lint-language.js';
import { OPEN_RULES } from './lint-open.js';
import { REACH_RULES } from './lint-reach.js';
import { REDUCTION_RULES } from './lint-reduction.js';
import { isFields, type Fields, type LintContext, type LintedOffer, type OfferRule } from './lint-rule.js';
import { SECTOR_RULES } from './lint-sector.js';
import { lintSetting } from './lint-setting.js';
import { TEXT_RULES } from './lint-text.js';

// What parts the id of a template from that of a product in the id of an offer it makes.
const TEMPLATE_SIGN = ':';

/** Every rule over one offer, in the order in which findings are listed. */
export const OFFER_RULES: readonly OfferRule[] = [
  ...REACH_RULES,
  ...TEXT_RULES,
  ...REDUCTION_RULES,
  ...OPEN_RULES,
  ...SECTOR_RULES,
  ...CAP_RULES,
  ...LANGUAGE_RULES,
];

/** What a catalogue is checked against, beside the rules. */
export interface LintSetting {
  /** Epoch milliseconds; where absent nothing is past. */
  readonly at?: number;
  /** Ids of the purposes that a site declares; where absent any may be one. */
  readonly purposes?: readonly string[];
  /** Parts of a policy and of a model, as a site gives them: checked too. */
  readonly policy?: unknown;
  readonly model?: unknown;
  /** Whether the page says `images: 'reveal'`, so that pictures may have an address. */
  readonly images?: 'reveal' | undefined;
}

/** What was found in a catalogue, grouped by offer, and how many offers the engine can use. */
export interface LintReport {
  readonly findings: readonly Finding[];
  readonly usable: number;
}

interface Written {
  readonly path: string;
  readonly fields: Fields;
}

function writtenOffers(raw: unknown): readonly Written[] {
  const offers: unknown = isFields(raw) ? raw['offers'] : undefined;
  return (Array.isArray(offers) ? offers : []).flatMap((fields: unknown, index): readonly Written[] =>
    isFields(fields) ? [{ path: `offers[${String(index)}]`, fields }] : [],
  );
}

/** The first offer that each template makes, by the template's id: whatever stands before a colon may be one. */
function firstMade(compiled: readonly CompiledOffer[]): ReadonlyMap<string, CompiledOffer> {
  const made = new Map<string, CompiledOffer>();
  for (const each of compiled) {
    const parts = each.offer.id.split(TEMPLATE_SIGN);
    for (let length = 1; length < parts.length; length++) {
      const id = parts.slice(0, length).join(TEMPLATE_SIGN);
      if (!made.has(id)) made.set(id, each);
    }
  }
  return made;
}

/** Every usable offer once: a template stands for all the offers it makes, by the first of them. */
function lintedOffers(written: readonly Written[], compiled: readonly CompiledOffer[]): readonly LintedOffer[] {
  const byId = new Map(compiled.map((each) => [each.offer.id, each]));
  const made = firstMade(compiled);
  const seen = new Set<string>();
  return written.flatMap(({ path, fields }): readonly LintedOffer[] => {
    const id = String(fields['id']);
    const template = fields['from'] !== undefined;
    const each = template ? made.get(id) : byId.get(id);
    if (!each || seen.has(id)) return [];
    seen.add(id);
    return [{ path, fields, compiled: each, template }];
  });
}

/** Rules that the engine itself holds, by the end of the path. */
const ENGINE_RULES: readonly (readonly [end: RegExp, rule: string])[] = [
  [/\.openTo$/, 'not-open'],
  [/\.(?:when|from\.products)(?:\.|$)/, 'bad-condition'],
];

function schemaFinding(problem: CatalogProblem, written: ReadonlyMap<string, Written>): Finding {
  const place = /^offers\[\d+\]/.exec(problem.path)?.[0] ?? '';
  const id = written.get(place)?.fields['id'];
  const rule = ENGINE_RULES.find(([end]) => end.test(problem.path))?.[1] ?? 'schema';
  return { rule, level: 'error', ...(typeof id === 'string' ? { offer: id } : {}), ...problem };
}

/** A template that no product fits makes no offer. */
function emptyTemplates(
  written: readonly Written[],
  known: { readonly offers: readonly LintedOffer[]; readonly problems: readonly CatalogProblem[] },
): readonly Finding[] {
  const linted = new Set(known.offers.map(({ path }) => path));
  return written
    .filter(({ path, fields }) => fields['from'] !== undefined && !linted.has(path))
    .filter(({ path }) => !known.problems.some((problem) => problem.path.startsWith(path)))
    .map(({ path, fields }) =>
      findingAt(
        { path, offer: String(fields['id']) },
        {
          rule: 'no-products',
          level: 'error',
          spotted: ['from', fields['from'], 'a condition that some product fits'],
        },
      ),
    );
}

function byProduct(offers: readonly LintedOffer[]): LintContext['byProduct'] {
  const map = new Map<string, LintedOffer[]>();
  for (const offer of offers) {
    const { product } = offer.compiled;
    if (product === undefined) continue;
    const known = map.get(product);
    if (known) known.push(offer);
    else map.set(product, [offer]);
  }
  return map;
}

/** The rules over offers; `rules` are all of them unless told otherwise. */
export function lintOffers(
  offers: readonly LintedOffer[],
  context: LintContext,
  rules: readonly OfferRule[] = OFFER_RULES,
): readonly Finding[] {
  return offers.flatMap((offer) =>
    rules.flatMap(({ rule, level, spot }) =>
      spot(offer, context).map((spotted) =>
        findingAt({ path: offer.path, offer: offer.compiled.offer.id }, { rule, level, spotted }),
      ),
    ),
  );
}

function mayInterrupt(policy: unknown): boolean {
  const interrupt = isFields(policy) && isFields(policy['interrupt']) ? policy['interrupt'] : DEFAULT_POLICY.interrupt;
  return interrupt['perVisit'] !== 0;
}

/** What the rules know of a catalogue as a whole. */
export function lintContext(
  raw: unknown,
  known: { readonly offers: readonly LintedOffer[]; readonly setting: LintSetting },
): LintContext {
  const { at, purposes, policy } = known.setting;
  return {
    catalog: isFields(raw) ? raw : {},
    byProduct: byProduct(known.offers),
    languages: sharedLanguages(known.offers),
    mayInterrupt: mayInterrupt(policy),
    ...(at === undefined ? {} : { at }),
    ...(purposes ? { purposes: new Set(purposes) } : {}),
  };
}

/**
 * Everything that should change in a catalogue: first what keeps the engine from using it, then offer by offer.
 *
 * Takes a catalogue of any size and never throws. Offers that cannot be read are not looked at further; lists of words,
 * classes by sector and lengths are elicited.
 */
export function lintCatalog(raw: unknown, setting: LintSetting = {}): LintReport {
  const { catalog, problems } = readCatalog(raw, { offers: Infinity, size: Infinity, images: setting.images });
  const compiled = catalog ? compileCatalog(catalog, DEFAULT_MODEL).offers : [];
  const written = writtenOffers(raw);
  const offers = lintedOffers(written, compiled);
  const byPath = new Map(written.map((each) => [each.path, each]));
  return {
    findings: inFileOrder([
      ...problems.map((problem) => schemaFinding(problem, byPath)),
      ...lintSetting(setting, compiled),
      ...emptyTemplates(written, { offers, problems }),
      ...lintOffers(offers, lintContext(raw, { offers, setting })),
    ]),
    usable: compiled.length,
  };
}
