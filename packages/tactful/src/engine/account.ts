import type { CompiledCatalog } from './compile-catalog.js';
import type { Counterfactual } from './counterfactual.js';
import type { Candidate, DecisionTrace, Ground } from './decision.js';
import type { Event } from './event.js';
import type { LocalText } from './local-text.js';
import type { VerdictOn } from './loser-verdict.js';
import type { ReasonCode } from './reason.js';

/** One reason as data: its code, the values it speaks of, and the rows it rests on that the log still holds. */
export interface AccountReason {
  readonly code: ReasonCode;
  /** Epoch milliseconds. */
  readonly until?: number;
  /** Category path. */
  readonly category?: string;
  readonly brand?: string;
  readonly count?: number;
  /** Minor units. */
  readonly amount?: number;
  readonly offerId?: string;
  readonly evidence: readonly Event[];
}

/** A decision accounted for, as data: what crosses threads, before a language is chosen. */
export interface Account {
  readonly decisionId: string;
  readonly outcome: 'offer' | 'silence';
  /** The binding reason first; never empty. */
  readonly reasons: readonly AccountReason[];
  /** Who was considered, silence included, at most 8. */
  readonly shortlist: readonly Candidate[];
  /** All candidates by verdict. */
  readonly counts: DecisionTrace['counts'];
  readonly currency: string;
  /** Minutes east of UTC where the decision was made. */
  readonly offset: number;
  /** Titles of the offers that are named, by id. */
  readonly titles: Readonly<Record<string, LocalText>>;
  /** Log-odds of buying before anything is known of the shopper, where the configuration of then is still there. */
  readonly intercept?: number;
  /** What a second look found; only where one was asked for. */
  readonly compared?: SecondLook['compared'];
  readonly instead?: readonly Counterfactual[];
  readonly verdict?: VerdictOn;
}

/** What only deciding again can tell. */
export interface SecondLook {
  /**
   * `differs`: it cannot be compared, because the configuration changed or rows were forgotten. `outside`: it was silent
   * for a reason that no rule of the engine gave.
   */
  readonly compared: 'same' | 'differs' | 'outside';
  readonly instead: readonly Counterfactual[];
  /** Of the offer that was asked about. */
  readonly verdict?: VerdictOn;
}

function titlesOf(catalog: CompiledCatalog, ids: readonly string[]): Account['titles'] {
  const content = (id: string): Readonly<Record<string, { readonly title: string }>> =>
    catalog.byId.get(id)?.offer.content ?? {};
  return Object.fromEntries(
    ids.map((id) => [id, Object.fromEntries(Object.entries(content(id)).map(([lang, { title }]) => [lang, title]))]),
  );
}

function choiceReason(
  ground: Ground,
  how: { readonly saving: number; readonly evidence: readonly Event[] },
): AccountReason {
  const { reason: code, facet, about, count } = ground;
  return {
    code,
    count,
    ...(facet === 'category' ? { category: about } : {}),
    ...(facet === 'brand' ? { brand: about } : {}),
    ...(facet === 'offer' ? { offerId: about } : {}),
    ...(code === 'SAVES_MONEY' && how.saving > 0 ? { amount: how.saving } : {}),
    evidence: how.evidence,
  };
}

/** The stored account of a decision with its evidence. Invents nothing: rows that were forgotten are left out. */
export function accountFor(
  trace: DecisionTrace,
  known: {
    readonly log: ReadonlyMap<string, Event>;
    readonly catalog: CompiledCatalog;
    /** Where its configuration is the decision's. */
    readonly intercept?: number | undefined;
    readonly second?: SecondLook | undefined;
  },
): Account {
  const { log, catalog, intercept, second } = known;
  const rows = (ids: readonly string[]): readonly Event[] => ids.flatMap((id) => log.get(id) ?? []);
  const { silence, id, offers } = trace.decision;
  const saving = catalog.byId.get(offers[0]?.offerId ?? '')?.offer.discount ?? 0;
  const reasons: readonly AccountReason[] = silence
    ? [
        {
          code: silence.reason,
          ...(silence.until === undefined ? {} : { until: silence.until }),
          evidence: rows(trace.cause),
        },
      ]
    : trace.grounds.map((ground) => choiceReason(ground, { saving, evidence: rows(ground.evidence) }));
  return {
    decisionId: id,
    outcome: silence ? 'silence' : 'offer',
    reasons,
    shortlist: trace.shortlist,
    counts: trace.counts,
    currency: catalog.currency,
    offset: trace.offset,
    titles: titlesOf(catalog, [
      ...trace.shortlist.flatMap(({ offerId }) => offerId ?? []),
      ...(second?.instead ?? []).flatMap(({ offerIds }) => offerIds),
      ...(second?.verdict ? [second.verdict.offerId] : []),
    ]),
    ...(intercept === undefined ? {} : { intercept }),
    ...second,
  };
}
