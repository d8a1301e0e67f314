import {
  asJson,
  compileCatalog,
  fingerprint,
  readCatalog,
  wholeModel,
  type Catalog,
  type CatalogProblem,
  type CompiledCatalog,
  type Model,
  type Policy,
} from '../engine/index.js';
import { wholePolicy } from '../engine/whole-policy.js';
import { sizeFor, USUAL_OFFERS, type Fetched } from './fetch-catalog.js';
import type { StartRequest, Status } from './protocol.js';

/** The catalog of a page, or the documented state instead. */
export interface LoadedCatalog {
  readonly state: Status['catalog'];
  readonly catalog: Catalog;
  /** `path: found, fix` for what was dropped, in the catalog or in the model. */
  readonly problems: readonly string[];
}

/** What a shop gave, read and with every default filled in: nothing of it is believed before. */
export interface Given {
  readonly loaded: LoadedCatalog;
  readonly compiled: CompiledCatalog;
  readonly policy: Policy;
  readonly model: Model;
  /** Hash of catalog, policy, model and purposes. */
  readonly config: string;
}

const MOST_PROBLEMS = 20;
/** Stands in where there is none: a profile can be kept without anything to say. */
const EMPTY: Catalog = { format: 'tactful-catalog', version: '', currency: 'EUR', offers: [] };

/** What is wrong, a line each: path, what was found, what belongs there; at most twenty. */
function problemLines(problems: readonly CatalogProblem[]): readonly string[] {
  return problems.slice(0, MOST_PROBLEMS).map(({ path, found, fix }) => `${path}: ${found}, expected ${fix}`);
}

function readFetched(fetched: Fetched, offers: number, images: StartRequest['images']): LoadedCatalog {
  if ('state' in fetched) return { ...fetched, catalog: EMPTY };
  const { catalog, problems } = readCatalog(fetched.raw, {
    offers,
    size: sizeFor(offers),
    images,
    currencies: Intl.supportedValuesOf('currency'),
  });
  return { state: catalog ? 'ready' : 'invalid', catalog: catalog ?? EMPTY, problems: problemLines(problems) };
}

/** Reads the catalog, the policy and the model of a shop. Never throws: what is wrong becomes a state and a line. */
export function readGiven(sent: StartRequest, fetched: Fetched): Given {
  const { offers = USUAL_OFFERS, purposes, images } = sent;
  const read = readFetched(fetched, offers, images);
  const { catalog, state } = read;
  const { model, problems } = wholeModel(sent.model, state === 'ready' ? catalog.currency : undefined);
  const loaded = { ...read, problems: [...read.problems, ...problemLines(problems).map((line) => `model.${line}`)] };
  const policy = wholePolicy(sent.policy);
  const config = fingerprint(asJson({ catalog, policy, model, purposes }));
  return { loaded, compiled: compileCatalog(catalog, model), policy, model, config };
}
