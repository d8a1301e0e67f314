import type { Candidate, DecisionTrace, Ground } from './decision.js';
import type { Event } from './event.js';
import type { ReasonCode } from './reason.js';
import { sentence, type Level, type Slots } from './words.js';

/** How values become words: the engine knows no calendar, currency symbol or language of its own. */
export interface Format {
  readonly moment: (at: number) => string;
  readonly amount: (minorUnits: number) => string;
  readonly category: (path: string) => string;
  readonly offer: (offerId: string) => string;
}

/** One reason in words, with the rows it rests on that the log still holds. */
export interface ReasonText {
  readonly code: ReasonCode;
  readonly text: string;
  readonly evidence: readonly Event[];
}

/** A decision explained. Everything here can be traced to a row or a rule. */
export interface Explanation {
  readonly decisionId: string;
  readonly outcome: 'offer' | 'silence';
  readonly lang: string;
  readonly level: Level;
  /** The binding reason first; never empty. */
  readonly reasons: readonly ReasonText[];
  /** Who else was considered, silence included, at most 8. */
  readonly shortlist: readonly Candidate[];
  /** All candidates by verdict. */
  readonly counts: DecisionTrace['counts'];
}

function slotsOf(ground: Ground, how: { readonly format: Format; readonly saving: number }): Slots {
  const { format } = how;
  const { facet, about, count } = ground;
  return {
    count,
    ...(facet === 'category' ? { category: format.category(about) } : {}),
    ...(facet === 'brand' ? { brand: about } : {}),
    ...(facet === 'offer' ? { offer: format.offer(about) } : {}),
    ...(ground.reason === 'SAVES_MONEY' && how.saving > 0 ? { amount: format.amount(how.saving) } : {}),
  };
}

/** The stored account of a decision in words, for one of three readers. Invents nothing: evidence that was forgotten is left out. */
export function explainDecision(
  trace: DecisionTrace,
  how: { readonly level: Level; readonly lang: string; readonly log: ReadonlyMap<string, Event>; readonly format: Format; readonly saving: number },
): Explanation {
  const { level, lang, log, format } = how;
  const rows = (ids: readonly string[]): readonly Event[] => ids.flatMap((id) => log.get(id) ?? []);
  const { silence, id } = trace.decision;
  const reasons: readonly ReasonText[] = silence
    ? [
        {
          code: silence.reason,
          text: sentence({ code: silence.reason, level, lang, slots: silence.until === undefined ? {} : { until: format.moment(silence.until) } }),
          evidence: rows(trace.cause),
        },
      ]
    : trace.grounds.map((ground) => ({
        code: ground.reason,
        text: sentence({ code: ground.reason, level, lang, slots: slotsOf(ground, { format, saving: how.saving }) }),
        evidence: rows(ground.evidence),
      }));
  return { decisionId: id, outcome: silence ? 'silence' : 'offer', lang, level, reasons, shortlist: trace.shortlist, counts: trace.counts };
}
