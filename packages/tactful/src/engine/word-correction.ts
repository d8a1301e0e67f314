import { counted, facetSlot, thingOf, typeSlot, valueSlot, wordsOf } from './profile-slots.js';
import type { CorrectionWording } from './profile-words.js';
import type { ShopperAction, Statement } from './statement.js';
import { fillLine, type LineSlot, type WordedLine } from './worded-line.js';

/** A short sentence, what it is about, and what fills its other slots. */
interface Label {
  readonly template: string;
  readonly about?: { readonly facet: string; readonly value: string };
  readonly slots?: Readonly<Record<string, LineSlot | string | undefined>>;
}

function preference(
  { facet, value, level }: Extract<Statement, { readonly kind: 'preference' }>,
  { words, rule }: CorrectionWording,
): Label {
  const { correction } = words;
  if (rule === 'conflict') return { template: level === 0 ? correction.conflict.does : correction.conflict.says };
  return { template: correction.preference[`${level}`], about: { facet, value } };
}

function never(
  { offerId, category, class: offerClass }: Extract<Statement, { readonly kind: 'never' }>,
  { words }: CorrectionWording,
): Label {
  const template = words.correction.never;
  if (offerId !== undefined) return { template, about: { facet: 'offer_id', value: offerId } };
  if (category !== undefined) return { template, about: { facet: 'category', value: category } };
  return { template, about: { facet: 'class', value: offerClass ?? '' } };
}

function statementLabel(statement: Statement, how: CorrectionWording): Label {
  const { words, format } = how;
  const { correction } = words;
  const site = (text: string): LineSlot => ({ site: text });
  switch (statement.kind) {
    case 'preference':
      return preference(statement, how);
    case 'never':
      return never(statement, how);
    case 'relationship':
      return statement.type === null
        ? { template: correction.relationship.none }
        : { template: correction.relationship.chosen, slots: { type: typeSlot(statement.type, how) } };
    case 'channel':
      return {
        template: correction.channel[statement.allowed ? 'allowed' : 'refused'],
        slots: { channel: words.channel[statement.channel] },
      };
    case 'quiet':
      return statement.until === null
        ? { template: correction.quiet.end }
        : { template: correction.quiet.until, slots: { until: format.moment(statement.until) } };
    case 'mode':
      return { template: correction.mode[statement.mode] };
    case 'intent':
      return {
        template: correction.intent,
        slots: { intent: wordsOf(words.intent, statement.intent) ?? site(statement.intent) },
      };
    case 'goal':
      return statement.goal === null
        ? { template: correction.goal.none }
        : { template: correction.goal.one, slots: { value: site(statement.goal) } };
    case 'visit':
      return typeof statement.as === 'string'
        ? { template: correction.visit[statement.as] }
        : { template: correction.visit.person, slots: { value: site(statement.as.person) } };
    case 'life':
      return { template: correction.life, slots: { value: site(statement.event) } };
  }
}

function labelOf(action: ShopperAction, how: CorrectionWording): Label {
  const { correction } = how.words;
  switch (action.do) {
    case 'declare':
      return statementLabel(action.statement, how);
    case 'consent':
      return { template: correction.consent, slots: { value: { site: action.purpose } } };
    case 'forget':
      return { template: counted(correction.forget, action.ids.length) };
    case 'task':
      return { template: correction.task, slots: { value: { site: action.id } } };
    case 'resolve':
      return { template: correction.resolve, slots: { value: { site: action.complaint } } };
    case 'visit':
      return { template: correction.next_visit };
  }
}

/**
 * What the shopper can do about a line, as short as a button.
 *
 * Given the rule of the line, the two answers to a conflict read "What I say counts" and "What I do counts".
 */
export function wordCorrection(action: ShopperAction, how: CorrectionWording): WordedLine {
  const { words } = how;
  const { template, about, slots = {} } = labelOf(action, how);
  const full = about === undefined ? template : template.replace('{thing}', words.thing[thingOf(about.facet)]);
  const read = (slot: string): LineSlot | string => {
    const value = about !== undefined && slot === 'value' ? valueSlot(about, how) : undefined;
    const facet = about !== undefined && slot === 'facet' ? facetSlot(about.facet) : undefined;
    const known = value ?? facet ?? slots[slot];
    const text = typeof known === 'object' && 'site' in known ? known.site : known;
    return known === undefined || text === '' ? words.nameless : known;
  };
  return fillLine(full, read) ?? { template: words.nameless, slots: {} };
}
