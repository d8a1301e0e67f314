import { explainDecision, type Candidate, type CompiledCatalog, type Event } from '../engine/index.js';
import type { DecisionRecord } from '../storage/index.js';
import { engineFormat } from './lens-format.js';
import type { ViewAccount, ViewRow } from './lens-view.js';
import { fill, siteText, type Phrase } from './phrase.js';
import { viewEvent, type Wording } from './view-event.js';

/** What a decision is put into words with. */
export interface DecisionWording extends Wording {
  readonly scope: string;
  readonly catalog: CompiledCatalog;
  readonly title: (offerId: string) => string;
  readonly log: ReadonlyMap<string, Event>;
}

function candidateOf(
  { offerId, verdict, utility }: Candidate,
  { words, texts, format, title }: DecisionWording,
): ViewAccount['candidates'][number] {
  const what: Phrase = offerId === null ? [words.decision.silence] : siteText(title(offerId) || offerId);
  return { what, verdict: texts.why.verdicts[verdict], score: format.number(utility) };
}

function accountOf({ trace }: DecisionRecord, how: DecisionWording): ViewAccount {
  const counts = Object.entries(trace.counts).map(([verdict, count]) => {
    const known = Object.entries(how.texts.why.verdicts).find(([name]) => name === verdict)?.[1];
    return `${String(count)} ${known ?? verdict}`;
  });
  return {
    candidates: trace.shortlist.map((candidate) => candidateOf(candidate, how)),
    counts: fill(how.words.decision.counted, { counts: counts.join(', ') }),
  };
}

/** The reasons of a decision in the engine's own sentences, the binding one first, and the rows behind them. */
export function reasonsOf(
  { trace }: DecisionRecord,
  how: DecisionWording,
): { readonly texts: readonly string[]; readonly events: readonly Event[] } {
  const { catalog, title, log, words } = how;
  const format = engineFormat(how.format, { currency: catalog.currency, offset: trace.offset, title });
  const { reasons } = explainDecision(trace, { level: 'shopper', lang: words.lang, log, catalog, format });
  const events = new Map(reasons.flatMap(({ evidence }) => evidence.map((event) => [event.id, event] as const)));
  return { texts: reasons.map(({ text }) => text), events: [...events.values()] };
}

function readable(record: DecisionRecord, how: DecisionWording): ViewRow {
  const { decision, offset } = record.trace;
  const { words, format } = how;
  const { silence } = decision;
  const offered = decision.offers.map(({ offerId }) => how.title(offerId) || offerId).join(', ');
  const reasons = reasonsOf(record, how);
  const iso = format.iso(decision.at);
  const details: readonly Phrase[] = [
    fill(words.decision.place, { placement: siteText(decision.placement) }),
    ...(silence?.until === undefined
      ? []
      : [fill(words.decision.until, { moment: format.moment(silence.until, offset) })]),
    ...(silence ? [[words.decision.left[silence.leave]]] : []),
  ];
  const ending = silence?.endedBy ? [[words.decision.endedBy[silence.endedBy.do]]] : [];
  return {
    key: `decision ${record.id}`,
    what: silence ? [words.decision.silent] : fill(words.decision.offered, { offer: siteText(offered) }),
    provenance: 'concluded',
    details,
    says: [...reasons.texts.map(siteText), ...ending],
    ...(iso === undefined ? {} : { when: { iso, text: format.moment(decision.at, offset) } }),
    evidence: reasons.events.map((event) => viewEvent(event, how)),
    account: accountOf(record, how),
  };
}

/** A decision in words: what was said or not, why, until when, and who else was considered. */
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
