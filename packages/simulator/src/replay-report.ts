import type { CompiledCatalog } from 'tactful/engine';
import { moneyLines } from './money-lines.js';
import type { HitCount } from './hits.js';
import type { ReplayedDecision } from './replay.js';
import type { ReplaySummary, Spread } from './replay-summary.js';
import { isoMoment, offerTitle } from './words-format.js';

/** What a whole replay came to, with what the machine needed for it. The shape of `replay --json`, decisions aside. */
export interface ReplayReport {
  readonly about: string;
  readonly notes: readonly string[];
  readonly engine: string;
  readonly config: string;
  readonly offers: {
    readonly compiled: number;
    readonly dropped: number;
    readonly byClass: Readonly<Record<string, number>>;
  };
  readonly baskets?: number;
  readonly summary: ReplaySummary;
  readonly timings: { readonly compileMs: number; readonly decideMs: Spread; readonly foldMs: Spread };
}

/** A decision as `replay --json` gives it. */
export interface DecisionRow {
  readonly at: string;
  readonly decision: string;
  readonly outcome: 'offer' | 'silence';
  readonly offerId?: string;
  readonly title?: string;
  readonly reason: string;
  readonly leave?: 'default' | 'empty';
  readonly words: string;
  /** Of what was chosen, silence included; `null` where nobody was allowed to speak and nothing was scored. Minor units. */
  readonly utility: number | null;
  readonly decideMs: number;
  readonly foldMs: number;
}

/** A replayed decision flat, for printing and for JSON. */
export function decisionRow(made: ReplayedDecision, catalog: CompiledCatalog): DecisionRow {
  const { trace, explanation, decideMs, foldMs } = made;
  const { decision, offset, shortlist } = trace;
  const [offer] = decision.offers;
  const [top] = explanation.reasons;
  return {
    at: isoMoment({ at: decision.at, offset }),
    decision: decision.id,
    outcome: explanation.outcome,
    ...(offer
      ? { offerId: offer.offerId, title: offerTitle(catalog, { offerId: offer.offerId, lang: explanation.lang }) }
      : {}),
    reason: top?.code ?? '',
    ...(decision.silence ? { leave: decision.silence.leave } : {}),
    words: top?.text ?? '',
    utility: shortlist.find(({ verdict }) => verdict === 'CHOSEN')?.utility ?? null,
    decideMs,
    foldMs,
  };
}

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** A decision in one line: when, what, why in words, utility, time. */
export function decisionLine({ at, title, reason, leave, words, utility, decideMs }: DecisionRow): string {
  const what = title === undefined ? `silence ${reason} (${leave ?? 'default'})` : `offer "${title}"`;
  const worth = utility === null ? 'not scored' : `utility ${utility.toFixed(2)}`;
  return [at, what, words, worth, ms(decideMs)].join('  ');
}

const label = (name: string, text: string): string => `${name.padEnd(18)}${text}`;
const spread = ({ median, p99 }: Spread): string => `median ${ms(median)}, p99 ${ms(p99)}`;
const listed = (counts: readonly (readonly [string, number])[]): string =>
  counts.map(([name, count]) => `${name} ${count.toLocaleString('en')}`).join(', ');

function hitLine(name: string, count: HitCount): string {
  const whole = Number.isInteger(count.product) && Number.isInteger(count.category);
  const digits = whole ? 0 : 3;
  return `  ${name.padEnd(38)}${count.product.toFixed(digits).padStart(8)}${count.category.toFixed(digits).padStart(10)}`;
}

function hitLines({ hits }: ReplaySummary): readonly string[] {
  if (!hits) return [];
  const over = `over the ${String(hits.baskets)} baskets before which an offer was shown`;
  return [
    label('in that basket', `${over}:   product  category`),
    hitLine('the offer that was shown', hits.offer),
    hitLine("this shopper's most bought until then", hits.mostBought),
    hitLine('an offer drawn at random (expected)', hits.random),
  ];
}

/** The figures at the end of a replay, one line each; the money line comes last. */
export function reportLines(report: ReplayReport): readonly string[] {
  const { offers, summary, timings, baskets } = report;
  const silent = summary.decisions - summary.shown;
  const classes = listed(Object.entries(offers.byClass));
  return [
    ...report.notes,
    report.about,
    label('offers compiled', `${offers.compiled.toLocaleString('en')} (${classes}), ${String(offers.dropped)} dropped`),
    ...(baskets === undefined ? [] : [label('baskets', String(baskets))]),
    label('decisions', String(summary.decisions)),
    label(
      'offers shown',
      `${String(summary.shown)}${summary.shown > 0 ? ` (${listed(summary.shownByClass.map((each) => [each.class, each.count]))})` : ''}`,
    ),
    label('silences', String(silent)),
    ...summary.silences.map(
      ({ reason, leave, count }) => `  ${reason.padEnd(18)}leave ${leave.padEnd(9)}${String(count).padStart(5)}`,
    ),
    ...hitLines(summary),
    label('compile catalogue', ms(timings.compileMs)),
    label('fold log', spread(timings.foldMs)),
    label('time per decision', spread(timings.decideMs)),
    ...moneyLines(summary.money, summary),
  ];
}
