import {
  allowedPurpose,
  compileCatalog,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  expiredIds,
  foldLog,
  NO_SIGNALS,
  originOf,
  parseMoment,
  readCatalog,
  readRow,
  type Catalog,
  type CatalogProblem,
  type CompiledCatalog,
  type ConsentStates,
  type DecideInput,
  type DecisionTrace,
  type Event,
  type EventName,
  type JsonObject,
  type Model,
  type Now,
  type Policy,
  type Purpose,
  type Signals,
} from '../../src/engine/index.js';

/** Tuesday 15 September 2026, ten in the morning in Amsterdam: when a story happens that says nothing else. */
const USUAL_MOMENT = '2026-09-15T10:00:00+02:00';

/** Place and moment are for shops that ask for them; here the shop did, and the shopper agreed. */
export const PURPOSES: readonly Purpose[] = defaultPurposes().map((purpose) => ({
  ...purpose,
  signals: [...purpose.signals, 'place', 'moment'],
}));

/** Everything that a story has told so far; its player changes it line by line. */
export interface Stage {
  /** The moment of the story, from which all its times count. */
  start: Now;
  /** Milliseconds from there: where the story has come to. */
  at: number;
  readonly catalog: Record<string, unknown>;
  readonly offers: JsonObject[];
  readonly items: Map<string, JsonObject>;
  policy: Policy;
  model: Model;
  /** Channel, direction, placement, audience and the like, as a decision takes them. */
  setting: JsonObject;
  consent: ConsentStates;
  signals: Signals;
  rows: readonly Event[];
  told: number;
  last: DecisionTrace | undefined;
  /** Whether the last signal was taken in, or why not. */
  sensed: string;
}

/** A moment as it stands in a story. Throws for what is none. */
export function startAt(moment: string): Now {
  const at = parseMoment(moment);
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})$/.exec(moment) ?? [];
  if (at === undefined) throw new Error(`"${moment}" is no moment, as "${USUAL_MOMENT}"`);
  return { at, offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) };
}

/** An empty stage with everything as shipped. */
export function newStage(): Stage {
  return {
    start: startAt(USUAL_MOMENT),
    at: 0,
    catalog: {},
    offers: [],
    items: new Map(),
    policy: DEFAULT_POLICY,
    model: DEFAULT_MODEL,
    setting: {},
    consent: { personalization: 'in' },
    signals: NO_SIGNALS,
    rows: [],
    told: 0,
    last: undefined,
    sensed: 'none',
  };
}

/** The moment that the story has come to. */
export const nowOf = ({ start, at }: Stage): Now => ({ at: start.at + at, offset: start.offset });

/** The catalogue as the shop would load it, with what is wrong in it. */
export function catalogOf({ catalog, offers }: Stage): {
  readonly catalog: Catalog;
  readonly problems: readonly CatalogProblem[];
} {
  const raw: unknown = { format: 'tactful-catalog', version: '1', currency: 'EUR', ...catalog, offers };
  const { catalog: read, problems } = readCatalog(JSON.parse(JSON.stringify(raw)));
  if (!read) throw new Error('the catalogue cannot be read');
  return { catalog: read, problems };
}

function compiledOf(stage: Stage): CompiledCatalog {
  const { catalog, problems } = catalogOf(stage);
  if (problems.length > 0) throw new Error(`the catalogue: ${JSON.stringify(problems)}`);
  return compileCatalog(catalog, stage.model);
}

/** Something that happened, so many milliseconds from the start of the story. */
export interface Told {
  readonly name: string;
  readonly at: number;
  readonly params: JsonObject;
}

/** Writes a row as it would enter the log, and gives its id. Throws where the gate would refuse it. */
export function write(stage: Stage, { name, at, params }: Told): string {
  const moment = { at: stage.start.at + at, offset: stage.start.offset };
  const allowed = allowedPurpose(name as EventName, { purposes: PURPOSES, consent: stage.consent });
  if ('reason' in allowed) throw new Error(`${name}: ${allowed.reason}`);
  const id = `a:${++stage.told}`;
  const origin = originOf(name as EventName);
  const reading = readRow({ id, ...moment, name, origin, purpose: allowed.id, params, v: 1 });
  if ('refusal' in reading) throw new Error(`${name}: ${JSON.stringify(reading.refusal)}`);
  stage.rows = [...stage.rows, reading.row];
  return id;
}

/** {@link write}, for what a story tells: in its order, and nothing of the future. */
export function tell(stage: Stage, told: Told): void {
  const last = stage.rows[stage.rows.length - 1];
  if (last && stage.start.at + told.at < last.at) throw new Error(`${told.name}: rows are told in their order`);
  if (told.at > stage.at) throw new Error(`${told.name}: this has not happened yet`);
  write(stage, told);
}

/** Everything that a decision depends on, as a page's worker would put it together. */
export function inputOf(stage: Stage, more: Partial<DecideInput> = {}): DecideInput {
  const { policy, model, consent, signals, setting } = stage;
  const catalog = compiledOf(stage);
  const now = nowOf(stage);
  const gone = new Set(expiredIds(stage.rows, now.at));
  const rows = stage.rows.filter(({ id }) => !gone.has(id));
  const folded = foldLog(rows, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays, purposes: PURPOSES });
  return {
    id: `d${stage.told}`,
    placement: 'home',
    ...now,
    folded,
    contacts: folded.contacts,
    catalog,
    purposes: PURPOSES,
    consent,
    policy,
    model,
    signals,
    config: 'story',
    ...(setting as Partial<DecideInput>),
    ...more,
  };
}
