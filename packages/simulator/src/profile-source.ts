import {
  canonicalLog,
  DEFAULT_MODEL,
  readCatalog,
  wholeModel,
  readModel,
  type Catalog,
  type CatalogProblem,
  type Event,
  type GateContext,
  type Model,
  type Now,
} from 'tactful/engine';
import { problemLine } from './check-catalog.js';
import type { ProfileRequest } from './profile-request.js';
import { readEvents, type RefusedRow } from './read-events.js';
import { readJsonFile, readTextFile } from './read-file.js';
import { isoMoment } from './words-format.js';

/** Everything a profile is read from. */
export interface ProfileSource {
  /** The rows until `now`, in the order of the log. */
  readonly events: readonly Event[];
  /** How many rows lie after `now`. */
  readonly later: number;
  readonly refused: readonly RefusedRow[];
  readonly catalog: Catalog;
  readonly problems: readonly CatalogProblem[];
  readonly model: Model;
  readonly now: Now;
}

async function readLog(
  { events: file, at }: ProfileRequest,
  gate: GateContext,
): Promise<Pick<ProfileSource, 'events' | 'later' | 'refused' | 'now'>> {
  const { events, refused } = readEvents(await readTextFile(file), gate);
  const log = canonicalLog(events);
  const [first] = log;
  if (first === undefined) {
    const [bad] = refused;
    throw new Error(`${file}: no usable row${bad ? `: row ${String(bad.row)}: ${bad.why}` : ''}`);
  }
  const known = at === undefined ? log : log.filter((row) => row.at <= at);
  const last = known[known.length - 1];
  if (last === undefined) throw new Error(`${file}: no row by then; the first is at ${isoMoment(first)}`);
  const latest = known.reduce((most, row) => Math.max(most, row.at), last.at);
  return { events: known, later: log.length - known.length, refused, now: { at: at ?? latest, offset: last.offset } };
}

/** Without a catalogue nothing is offered, and money is that of the first row that names one. */
function noCatalog(events: readonly Event[]): Catalog {
  const named = events.map(({ params }) => params['currency']).find((currency) => typeof currency === 'string');
  return { format: 'tactful-catalog', version: '1', currency: typeof named === 'string' ? named : 'EUR', offers: [] };
}

async function readCatalogFile(file: string): Promise<Pick<ProfileSource, 'catalog' | 'problems'>> {
  const { catalog, problems } = readCatalog(await readJsonFile(file), { offers: Infinity, images: 'reveal' });
  const [first] = problems;
  if (catalog === undefined) throw new Error(`${file}: ${first ? problemLine(first) : 'no catalogue'}`);
  return { catalog, problems };
}

async function readModelFile(file: string, currency: string): Promise<Pick<ProfileSource, 'model' | 'problems'>> {
  const { model, problems } = readModel(await readJsonFile(file));
  const [first] = problems;
  if (model === undefined)
    throw new Error(`${file}: ${first ? problemLine({ ...first, path: first.path || 'model' }) : 'no model'}`);
  const used = wholeModel(model, currency);
  return {
    model: used.model,
    problems: used.problems.map((problem) => ({ ...problem, path: `model.${problem.path}` })),
  };
}

/** Reads what a profile needs. Rejects with one line that names the file and what is wrong. */
export async function readProfileSource(request: ProfileRequest, gate: GateContext): Promise<ProfileSource> {
  const log = await readLog(request, gate);
  const { catalog, problems } =
    request.catalog === undefined
      ? { catalog: noCatalog(log.events), problems: [] }
      : await readCatalogFile(request.catalog);
  const read =
    request.model === undefined
      ? { model: DEFAULT_MODEL, problems: [] }
      : await readModelFile(request.model, catalog.currency);
  return { ...log, catalog, model: read.model, problems: [...problems, ...read.problems] };
}
