import { wordCorrection, type CompiledCatalog, type Event, type ShopperAction } from '../engine/index.js';
import type { DecisionRecord } from '../storage/index.js';
import { endedSince } from './ended-since.js';
import { profileFormat } from './lens-format.js';
import type { Recall } from './lens-source.js';
import type { ViewAction, ViewRow } from './lens-view.js';
import { fill, siteText, type Phrase } from './phrase.js';
import { viewEvent, type Wording } from './view-event.js';
import { commandOf, phraseOf } from './view-profile-row.js';
import { explained, viewWhy } from './view-why.js';

/** What a decision is put into words with. */
export interface DecisionWording extends Wording {
  readonly scope: string;
  readonly catalog: CompiledCatalog;
  readonly title: (offerId: string) => string;
  readonly log: ReadonlyMap<string, Event>;
  /** The time of the look: what has ended by then needs no button. */
  readonly now: number;
  /** Ids of the decisions that are the newest to name what would end them. */
  readonly newest: ReadonlySet<string>;
  readonly recall?: Recall;
}

/** The newest decision for each thing that the shopper could do: one button for each is enough. */
export function newestToEnd(decisions: readonly DecisionRecord[]): ReadonlySet<string> {
  const byAction = new Map<string, string>();
  // Newest first; a record may be of any shape.
  for (const { id, trace } of decisions) {
    const action = (trace as Partial<DecisionRecord['trace']> | undefined)?.decision?.silence?.endedBy;
    const key = JSON.stringify(action);
    if (action && !byAction.has(key)) byAction.set(key, id);
  }
  return new Set(byAction.values());
}

interface Basis {
  readonly texts: readonly string[];
  readonly events: readonly Event[];
}

function basisOf({ reasons }: ReturnType<typeof explained>): Basis {
  const events = new Map(reasons.flatMap(({ evidence }) => evidence.map((event) => [event.id, event] as const)));
  return { texts: reasons.map(({ text }) => text), events: [...events.values()] };
}

/** The reasons of a decision in the engine's own sentences, the binding one first, and the rows behind them. */
export const reasonsOf = (record: DecisionRecord, how: DecisionWording): Basis => basisOf(explained(record, { how }));

function buttonFor(action: ShopperAction, { record, how }: About): readonly ViewAction[] {
  const { scope, words, format, catalog } = how;
  const command = commandOf(action, scope);
  const { offset } = record.trace;
  const reads = profileFormat(format, { ...how, currency: catalog.currency, offset });
  return command ? [{ label: phraseOf(wordCorrection(action, { words: words.profile, format: reads })), command }] : [];
}

interface About {
  readonly record: DecisionRecord;
  readonly how: DecisionWording;
}

/** What the shopper could do about a silence: a button where it can be done here, else a sentence. */
function endingOf({ record, how }: About): {
  readonly actions: readonly ViewAction[];
  readonly says: readonly Phrase[];
} {
  const { silence, at } = record.trace.decision;
  const action = silence?.endedBy;
  if (!action || (silence.until !== undefined && silence.until <= how.now)) return { actions: [], says: [] };
  const { done, endedBy } = how.words.decision;
  if (endedSince(action, { at, log: how.log })) return { actions: [], says: [[done]] };
  const actions = how.newest.has(record.id) ? buttonFor(action, { record, how }) : [];
  return { actions, says: actions.length > 0 ? [] : [[endedBy[action.do]]] };
}

function detailsOf({ record, how }: About): readonly Phrase[] {
  const { decision, offset } = record.trace;
  const { words, format } = how;
  const { silence } = decision;
  return [
    fill(words.decision.place, { placement: siteText(decision.placement) }),
    ...(silence?.until === undefined
      ? []
      : [fill(words.decision.until, { moment: format.moment(silence.until, offset) })]),
    ...(silence ? [[words.decision.left[silence.leave]]] : []),
  ];
}

function readable(record: DecisionRecord, how: DecisionWording): ViewRow {
  const { decision, offset } = record.trace;
  const { words, format } = how;
  const offered = decision.offers.map(({ offerId }) => how.title(offerId) || offerId).join(', ');
  const told = explained(record, { how });
  const { texts, events } = basisOf(told);
  const ending = endingOf({ record, how });
  const iso = format.iso(decision.at);
  return {
    key: `decision ${record.id}`,
    what: decision.silence ? [words.decision.silent] : fill(words.decision.offered, { offer: siteText(offered) }),
    provenance: 'concluded',
    details: detailsOf({ record, how }),
    says: [...texts.map(siteText), ...ending.says],
    ...(ending.actions.length === 0 ? {} : { actions: ending.actions }),
    ...(iso === undefined ? {} : { when: { iso, text: format.moment(decision.at, offset) } }),
    evidence: events.map((event) => viewEvent(event, how)),
    account: viewWhy(record, { how, told }),
  };
}

/** A decision in words: what was said or not, why, until when, what ends it, and who else was considered. */
export function viewDecision(record: DecisionRecord, how: DecisionWording): ViewRow {
  try {
    return readable(record, how);
  } catch {
    // Any script of the page can write into its store: a record of another shape is a row that says so.
    return {
      key: `decision ${record.id}`,
      what: [how.words.decision.unreadable],
      provenance: 'concluded',
      details: [],
    };
  }
}
