import type { Event } from '../engine/index.js';
import type { StoreReport } from './lens-source.js';
import type { ViewRow, ViewSection } from './lens-view.js';
import { offerTitles } from './offer-titles.js';
import { fill, siteText, type Phrase } from './phrase.js';
import { newestToEnd, reasonsOf, viewDecision, type DecisionWording } from './view-decision.js';
import { viewEvent, type Wording } from './view-event.js';
import { viewYou } from './view-you.js';

/** Everything needed to put a store into words, worked out once for all of its rows. */
export function storeWording(store: StoreReport, wording: Wording): DecisionWording {
  const log = new Map<string, Event>(store.events.map((event) => [event.id, event]));
  return {
    ...wording,
    scope: store.scope,
    log,
    catalog: store.catalog,
    title: offerTitles(store.catalog, wording.words.lang),
    now: store.profile.now.at,
    newest: newestToEnd(store.decisions),
    ...(store.recall ? { recall: store.recall } : {}),
  };
}

function consentNotes({ consent }: StoreReport, { words }: Wording): readonly Phrase[] {
  const states = Object.entries(consent);
  if (states.length === 0) return [[words.consent.none]];
  return states.map(([purpose, state]) => fill(words.consent.state[state], { purpose: siteText(purpose) }));
}

function engineNotes({ engine }: StoreReport, { words }: Wording): readonly Phrase[] {
  return engine === 'same' ? [] : [[words.engine[engine]]];
}

/** A store in one clause: how much is held, and what was decided last. */
export function storeSentence(store: StoreReport, how: DecisionWording): Phrase {
  const { sentence } = how.words;
  const last = store.decisions[0];
  const holds: Phrase = [`${sentence.holds(store.events.length)} `];
  if (!last) return [...holds, sentence.lastNothing];
  try {
    const reason = siteText(reasonsOf(last, how).texts[0] ?? '');
    const { silence, offers } = last.trace.decision;
    if (silence) return [...holds, ...fill(sentence.lastSilent, { reason })];
    const title = how.title(offers[0]?.offerId ?? '') || (offers[0]?.offerId ?? '');
    return [...holds, ...fill(sentence.lastOffered, { offer: siteText(title), reason })];
  } catch {
    return [...holds, sentence.lastNothing]; // a record of another shape says nothing
  }
}

/** What is known, held and decided in one store. */
export function viewStore(store: StoreReport, how: DecisionWording): readonly ViewSection[] {
  const { words } = how;
  const { scope } = store;
  // Made once: a row may be what many lines rest on.
  const rows = store.events.map((event): ViewRow => viewEvent(event, how));
  const place = new Map(store.events.map(({ id }, index) => [id, index]));
  // Newest first, as in the log: the clicks that are remembered best.
  const rowsOf = (ids: readonly string[]): readonly ViewRow[] =>
    ids
      .flatMap((id) => place.get(id) ?? [])
      .sort((a, b) => a - b)
      .flatMap((index) => rows[index] ?? []);
  const { decided, held } = words.section;
  return [
    ...viewYou(store, { how, rowsOf, notes: engineNotes(store, how) }),
    {
      name: 'decided',
      tab: 'decisions',
      scope,
      title: decided.title,
      notes: [[decided.note]],
      empty: decided.empty,
      rows: store.decisions.map((decision) => viewDecision(decision, how)),
    },
    {
      name: 'held',
      tab: 'log',
      scope,
      title: held.title,
      notes: [[held.note], ...consentNotes(store, how)],
      empty: held.empty,
      rows,
    },
  ];
}
