import {
  decide,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  explainDecision,
  foldLog,
  MINUTE_MS,
  type ChoiceReason,
  type DecisionTrace,
  type Event,
  type Explanation,
  type SilenceReason,
} from 'tactful/engine';
import { DAY_CARDS, DAY_HISTORY, DAY_OFFSET, type DayCard, type DayCardId } from './day-cards.js';
import { wordsFormat } from './words-format.js';
import { worldRow } from './world-row.js';
import type { WorldShop } from './world-shop.js';

/** What tactful does at a card, and why. */
export interface TactfulAnswer {
  readonly card: DayCardId;
  /** Absent where it is silent. */
  readonly offerId?: string;
  readonly reason: SilenceReason | ChoiceReason;
  /** What the shopper would read. */
  readonly explanation: Explanation;
}

const PURPOSES = defaultPurposes();

function ask(card: DayCard, log: readonly Event[], { catalog }: WorldShop): DecisionTrace {
  const policy = DEFAULT_POLICY;
  const folded = foldLog(log, { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: policy.wear.halfLifeDays });
  const outbound = card.direction === 'outbound';
  const input = {
    id: `day-${card.id}`,
    placement: card.placement,
    at: card.at,
    offset: card.offset,
    folded,
    contacts: folded.contacts,
    catalog,
    purposes: PURPOSES,
    consent: { personalization: 'in' },
    policy,
    model: DEFAULT_MODEL,
    config: 'day',
    channel: outbound && !card.asked ? 'notification' : 'slot',
    direction: card.asked ? 'requested' : card.direction,
  } as const;
  return decide(input);
}

/** A moment as people say it: everything here happens within a week. */
function momentIn(lang: string): (at: number) => string {
  const words = new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  return (at) => words.format(at + DAY_OFFSET * MINUTE_MS);
}

function answer(
  card: DayCard,
  log: readonly Event[],
  how: { readonly shop: WorldShop; readonly lang: string },
): TactfulAnswer {
  const { shop, lang } = how;
  const { catalog } = shop;
  const trace = ask(card, log, shop);
  const { offers, silence } = trace.decision;
  const explanation = explainDecision(trace, {
    level: 'shopper',
    lang,
    log: new Map(log.map((row) => [row.id, row])),
    catalog,
    format: { ...wordsFormat(catalog, { lang, offset: DAY_OFFSET }), moment: momentIn(lang) },
  });
  const [chosen] = offers;
  return {
    card: card.id,
    ...(chosen ? { offerId: chosen.offerId } : {}),
    reason: chosen?.reasons[0] ?? silence?.reason ?? 'NOTHING_FITS',
    explanation,
  };
}

/** What the engine itself answers at each card, from her log, in which its own messages are rows too. */
export function tactfulDay(how: { readonly shop: WorldShop; readonly lang: string }): readonly TactfulAnswer[] {
  const log = [...DAY_HISTORY];
  return DAY_CARDS.map((card) => {
    log.push(...card.rows);
    const made = answer(card, log, how);
    const { offerId } = made;
    if (offerId !== undefined) {
      const said = { decision_id: `day-${card.id}`, offer_id: offerId };
      for (const [name, after] of [
        ['offer_shown', 1],
        ['offer_seen', 2],
      ] as const)
        log.push({ ...worldRow(name, said, card.at + after), offset: DAY_OFFSET });
    }
    log.push(...card.later);
    return made;
  });
}
