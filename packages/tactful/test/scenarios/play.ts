import {
  readStatement,
  type Event,
  type Json,
  type JsonObject,
  type Model,
  type Policy,
  type ShopperAction,
} from '../../src/engine/index.js';
import { QUESTIONS, type Answer } from './answers.js';
import type { Line, Scenario } from './read-story.js';
import { senseOn } from './sense-on.js';
import { newStage, startAt, tell, type Stage, type Told } from './stage.js';
import { isTime, settingsOf, timeOf, valuesOf } from './values.js';

/** A stage with what was asked last. */
interface Play {
  readonly stage: Stage;
  answer: Answer | undefined;
}

/** GA4's names for the parts of an item. */
function itemOf({ category, brand, price, quantity }: JsonObject, id: string): JsonObject {
  const path = typeof category === 'string' ? category.split('/') : [];
  const levels = path.map((name, level) => [level === 0 ? 'item_category' : `item_category${level + 1}`, name]);
  return {
    item_id: id,
    ...(Object.fromEntries(levels) as JsonObject),
    ...(brand === undefined ? {} : { item_brand: brand }),
    ...(price === undefined ? {} : { price }),
    ...(quantity === undefined ? {} : { quantity }),
  };
}

function item({ words: [, id = ''], fields }: Line, { stage }: Play): void {
  stage.items.set(id, itemOf(valuesOf(fields, stage.start.at), id));
}

const iso = (value: Json | undefined): JsonObject =>
  typeof value === 'number' ? { iso: new Date(value).toISOString() } : {};

/** `key` with a moment in the notation of catalogues. */
function dated(values: JsonObject, keys: readonly string[]): JsonObject {
  const entries = keys.flatMap((key) => {
    const { iso: moment } = iso(values[key]);
    return moment === undefined ? [] : [[key, moment] as const];
  });
  return { ...values, ...Object.fromEntries(entries) };
}

const splitIn = (value: Json | undefined, sign: RegExp): readonly string[] | undefined =>
  typeof value === 'string' ? value.split(sign) : undefined;

function offer({ words: [, id = ''], fields }: Line, { stage }: Play): void {
  const { says = `Offer ${id}`, ...values } = valuesOf(fields, stage.start.at);
  const lists = {
    category: splitIn(values['category'], /\//),
    channels: splitIn(values['channels'], /\s*\+\s*/),
    placements: splitIn(values['placements'], /\s*\+\s*/),
    needs: splitIn(values['needs'], /\s*\+\s*/),
    helps: splitIn(values['helps'], /\s*\+\s*/),
  };
  const given = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)) as JsonObject;
  const content = values['content'] ?? { en: { title: says } };
  stage.offers.push({ id, content, ...dated(values, ['validFrom', 'validThrough']), ...given });
}

function incident({ words: [, id = ''], fields }: Line, { stage }: Play): void {
  const values = dated(valuesOf(fields, stage.start.at), ['from', 'through']);
  const remedy = splitIn(values['remedy'], /\s*\+\s*/);
  const known = (stage.catalog['incidents'] ?? []) as readonly JsonObject[];
  stage.catalog['incidents'] = [...known, { id, ...values, ...(remedy ? { remedy } : {}) }];
}

function paramsOf({ fields }: Line, stage: Stage): JsonObject {
  const { item: one, items: many, ...values } = valuesOf(fields, stage.start.at);
  const ids = [...(splitIn(one, /\s*\+\s*/) ?? []), ...(splitIn(many, /\s*\+\s*/) ?? [])];
  if (ids.length === 0) return values;
  const items = ids.map((id) => {
    const found = stage.items.get(id);
    if (!found) throw new Error(`there is no item "${id}"`);
    return found;
  });
  return { ...values, items };
}

/** The rows of a line: one for each of its times, and two for a look, as GA4 sends a click in a list and a page. */
function rowsOf(line: Line, stage: Stage): readonly Told[] {
  const name = line.words[line.words.length - 1] ?? '';
  const params = paramsOf(line, stage);
  return line.words.slice(0, -1).flatMap((word, index): readonly Told[] => {
    const at = timeOf(word);
    if (name === 'looks')
      return [
        { name: 'select_item', at, params },
        { name: 'view_item', at: at + 1000, params },
      ];
    const bought = name === 'purchase' ? { transaction_id: `t${line.number}-${index}` } : {};
    return [{ name, at, params: { ...bought, ...params } }];
  });
}

function tellAll(lines: readonly Line[], { stage }: Play): void {
  const rows = lines.flatMap((line) => rowsOf(line, stage)).sort((a, b) => a.at - b.at);
  for (const row of rows) tell(stage, row);
}

/** What was said is shown: as the page would write it down. */
function shown(_line: Line, { stage }: Play): void {
  const decision = stage.last?.decision;
  for (const { offerId, wishes = [] } of decision?.offers ?? []) {
    const { id = '', channel = 'slot', direction = 'inbound' } = decision ?? {};
    const wish = wishes.length > 0 ? { wish_id: wishes.join(' ') } : {};
    const params = { decision_id: id, offer_id: offerId, channel, direction, ...wish };
    tell(stage, { name: 'offer_shown', at: stage.at, params });
  }
}

function carryOut(action: ShopperAction, stage: Stage): void {
  const say = (name: Event['name'], params: JsonObject): void => tell(stage, { name, at: stage.at, params });
  switch (action.do) {
    case 'declare': {
      const row = readStatement(action.statement);
      if (row) say(row.name, row.params);
      return;
    }
    case 'consent':
      stage.consent = { ...stage.consent, [action.purpose]: 'in' };
      return;
    case 'forget':
      stage.rows = stage.rows.filter(({ id }) => !action.ids.includes(id));
      return;
    case 'task':
      say('task_ended', { task_id: action.id });
      return;
    case 'resolve':
      say('complaint_resolved', { complaint_id: action.complaint, ok: true });
      return;
    default: {
      const onTheirPage = Object.entries(stage.setting).filter(([key]) => key !== 'channel' && key !== 'direction');
      stage.setting = Object.fromEntries(onTheirPage);
      say('page_view', {});
    }
  }
}

/** The shopper does what the last silence says would end it. */
function done(_line: Line, { stage }: Play): void {
  const action = stage.last?.decision.silence?.endedBy;
  if (!action) throw new Error('the last decision names nothing that the shopper could do');
  carryOut(action, stage);
}

function then({ words: [, word = ''] }: Line, play: Play): void {
  play.stage.at = timeOf(word);
  play.answer = undefined;
}

function ask({ words, fields }: Line, play: Play): Answer {
  const name = words.slice(1).join(' ') || 'decision';
  const question = QUESTIONS[name];
  if (!question) throw new Error(`"${name}" is no question: ${Object.keys(QUESTIONS).join(', ')}`);
  play.answer = question(play.stage, fields);
  return play.answer;
}

function set({ words: [, ...words], fields }: Line, { stage }: Play): void {
  const { consent, ...rest } = settingsOf(fields);
  if (words.length > 0) throw new Error(`"${words.join(' ')}": a setting is "key: value"`);
  if (consent !== undefined) stage.consent = consent as Stage['consent'];
  stage.setting = { ...stage.setting, ...rest };
}

/** What each first word does. */
const DIRECTIVES: Readonly<Record<string, (line: Line, play: Play) => unknown>> = {
  moment: ({ words: [, word = ''] }, { stage }) => (stage.start = startAt(word)),
  shop: ({ fields }, { stage }) => Object.assign(stage.catalog, settingsOf(fields)),
  policy: ({ fields }, { stage }) => (stage.policy = { ...stage.policy, ...(settingsOf(fields) as Partial<Policy>) }),
  model: ({ fields }, { stage }) => (stage.model = { ...stage.model, ...(settingsOf(fields) as Partial<Model>) }),
  setting: set,
  item,
  offer,
  incident,
  sense: ({ fields }, { stage }) => senseOn(stage, settingsOf(fields)),
  ask,
  then,
  shown,
  done,
};

/** What was expected of the answer and did not come. */
function differences({ number, fields }: Line, answer: Answer): readonly string[] {
  return Object.entries(fields).flatMap(([key, expected]) => {
    const wanted = expected.startsWith('"') ? String(JSON.parse(expected)) : expected;
    const got = answer[key] ?? (/^[A-Z]/.test(key) ? '0' : 'none');
    return got === wanted ? [] : [`line ${number}: ${key} should be "${wanted}", is "${got}"`];
  });
}

function expectation(line: Line, play: Play): readonly string[] {
  const answer = play.answer ?? ask({ ...line, words: ['ask'], fields: {} }, play);
  const wrong = differences(line, answer);
  const all = Object.entries(answer).map(([key, value]) => `${key}: ${value}`);
  return wrong.length === 0 ? [] : [...wrong, `  the whole answer: ${all.join(', ')}`];
}

/**
 * Plays a scenario with the real engine; what came out otherwise than it says, line by line.
 *
 * A line that says nothing, and a scenario that expects nothing, are wrong too.
 */
export async function play({ title, lines }: Scenario): Promise<readonly string[]> {
  const state: Play = { stage: newStage(), answer: undefined };
  const wrong: string[] = [];
  let waiting: Line[] = [];
  let expected = 0;
  for (const line of lines) {
    const [first = ''] = line.words;
    if (isTime(first)) {
      waiting.push(line);
      continue;
    }
    try {
      // Rows wait for each other, so that a story may tell them as it likes between two moments.
      if (!/^(?:moment|shop|item|offer|incident|policy|model)$/.test(first)) {
        tellAll(waiting, state);
        waiting = [];
      }
      if (first === 'expect') {
        expected++;
        wrong.push(...expectation(line, state));
        continue;
      }
      const directive = DIRECTIVES[first];
      if (!directive) throw new Error(`"${first}" says nothing`);
      await directive(line, state);
      if (/^(?:shown|done|setting|sense)$/.test(first)) state.answer = undefined;
    } catch (error) {
      wrong.push(`line ${line.number}: ${error instanceof Error ? error.message : String(error)}`);
      return wrong;
    }
  }
  return expected === 0 ? [...wrong, `"${title}" expects nothing`] : wrong;
}
