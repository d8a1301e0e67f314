import { explainDecision, type Candidate, type DecisionTrace } from '../engine/index.js';
import type { DecisionRecord } from '../storage/index.js';
import { engineFormat } from './lens-format.js';
import type { ViewAccount, ViewSum } from './lens-view.js';
import { siteText, type Phrase } from './phrase.js';
import type { DecisionWording } from './view-decision.js';

type Explained = ReturnType<typeof explainDecision>;

/** A decision in the engine's own sentences; `again` decides it once more. */
export function explained(
  { trace }: DecisionRecord,
  about: { readonly how: DecisionWording; readonly again?: boolean },
): Explained {
  const { how, again = false } = about;
  const { catalog, title, log, words, recall } = how;
  const format = engineFormat(how.format, { currency: catalog.currency, offset: trace.offset, title });
  return explainDecision(trace, { level: 'shopper', lang: words.lang, log, catalog, format, recall, again });
}

const nameOf = (offerId: string | null, { words, title }: DecisionWording): Phrase =>
  offerId === null ? [words.decision.silence] : siteText(title(offerId) || offerId);

function verdictName(verdict: string, { texts }: DecisionWording): string {
  const names = texts.why.verdicts;
  return Object.hasOwn(names, verdict) ? names[verdict as keyof typeof names] : verdict;
}

function candidateOf(
  { offerId, verdict, utility }: Candidate,
  how: DecisionWording,
): ViewAccount['candidates'][number] {
  return {
    what: nameOf(offerId, how),
    verdict: verdictName(verdict, how),
    score: how.format.number(utility),
  };
}

/** What the best offer weighed, and silence beside it. */
function sumsOf({ sums, shortlist }: Explained, how: DecisionWording): readonly ViewSum[] {
  const chosen = shortlist.find(({ offerId, verdict }) => offerId !== null && verdict === 'CHOSEN');
  const best = chosen ?? shortlist.find(({ offerId }) => offerId !== null);
  const wanted = best === undefined ? [] : [best.offerId, null];
  return wanted.flatMap((id) =>
    sums
      .filter(({ offerId }) => offerId === id)
      .map(({ terms, total }) => ({
        what: nameOf(id, how),
        terms: terms.map(({ name, value }) => ({ name, value, text: how.format.number(value) })),
        total: how.format.number(total),
      })),
  );
}

function verdictsOf({ counts }: DecisionTrace, how: DecisionWording): ViewAccount['verdicts'] {
  return Object.entries(counts)
    .map(([verdict, count]) => ({ verdict: verdictName(verdict, how), count }))
    .sort((a, b) => b.count - a.count);
}

const KEPT = 20;
/** What was found by deciding again: the lens looks again and again, and the past stays as it was. */
const FOUND = new Map<string, readonly Phrase[]>();

function remembered(key: string, find: () => readonly Phrase[]): readonly Phrase[] {
  const found = FOUND.get(key) ?? find();
  FOUND.delete(key);
  FOUND.set(key, found);
  const [oldest] = FOUND.keys();
  if (FOUND.size > KEPT && oldest !== undefined) FOUND.delete(oldest);
  return found;
}

function insteadOf(record: DecisionRecord, how: DecisionWording): readonly Phrase[] {
  const { scope, log, words, recall } = how;
  const rows = [...log.values()].filter(({ at }) => at <= record.at).length;
  const key = [scope, record.id, words.lang, rows, recall?.shop.config].join(' ');
  return remembered(key, () => {
    const { compared, instead } = explained(record, { how, again: true });
    return compared === 'differs' ? [[words.decision.differs]] : instead.map(({ text }) => siteText(text));
  });
}

/** The account of a decision: why nothing, or why this. */
export function viewWhy(
  record: DecisionRecord,
  { how, told }: { readonly how: DecisionWording; readonly told: Explained },
): ViewAccount {
  const { trace } = record;
  const { decision } = how.words;
  return {
    title: trace.decision.silence ? decision.whyNothing : decision.whyThis,
    candidates: trace.shortlist.map((candidate) => candidateOf(candidate, how)),
    verdicts: verdictsOf(trace, how),
    sums: sumsOf(told, how),
    ...(how.recall && trace.decision.silence ? { instead: () => insteadOf(record, how) } : {}),
  };
}
