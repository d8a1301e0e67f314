import type { Event } from './event.js';
import { CONTACTS } from './fold-contacts.js';
import { GRANTS } from './fold-grants.js';
import { HEARD } from './fold-heard.js';
import { HISTORY } from './fold-history.js';
import { HABITS } from './fold-habits.js';
import { OFFSET } from './fold-offset.js';
import type { FoldConfig, FoldRow, Mutable } from './fold-part.js';
import { RELATION } from './fold-relation.js';
import { RHYTHM } from './fold-rhythm.js';
import { SHOPPER } from './fold-shopper.js';
import { SHOPPING } from './fold-shopping.js';
import { STATEMENTS } from './fold-statements.js';
import { TASTE } from './fold-taste.js';
import { TELL_ME } from './fold-tell-me.js';
import type { Folded } from './folded.js';
import { hindsightOf, speaksOfEarlierRows, type Hindsight } from './hindsight.js';
import { itemReader, textOf, type Item } from './item.js';
import { agreedCopy, canonicalLog, compareEvents } from './order.js';
import { tasteReader } from './taste-reader.js';
import { isOfVisit, NO_VISIT, visitAfter } from './visit.js';

type State = Mutable<Folded>;

/** Every part of the profile, each in a file of its own. Their order does not matter: none reads another. */
const PARTS: readonly { readonly add: (state: State, row: FoldRow) => void }[] = [
  TASTE,
  STATEMENTS,
  CONTACTS,
  SHOPPING,
  HABITS,
  RELATION,
  SHOPPER,
  HEARD,
  RHYTHM,
  HISTORY,
  OFFSET,
  TELL_ME,
  GRANTS,
];

function emptyState(): State {
  return {
    rows: 0,
    latestAt: -Infinity,
    visit: NO_VISIT,
    mark: undefined,
    ...TASTE.empty(),
    ...STATEMENTS.empty(),
    ...CONTACTS.empty(),
    ...SHOPPING.empty(),
    ...HABITS.empty(),
    ...RELATION.empty(),
    ...SHOPPER.empty(),
    ...HEARD.empty(),
    ...RHYTHM.empty(),
    ...HISTORY.empty(),
    ...OFFSET.empty(),
    ...TELL_ME.empty(),
    ...GRANTS.empty(),
  };
}

function isRefunded({ name, params }: Event, { refunded }: Hindsight): boolean {
  return name === 'purchase' && refunded.has(textOf(params['transaction_id']) ?? '');
}

/** What the rows of one log are read with. */
interface Readers {
  readonly config: FoldConfig;
  readonly itemsOf: (event: Event) => readonly Item[];
  readonly tells: (event: Event) => boolean;
}

const readersFor = (config: FoldConfig): Readers => ({
  config,
  itemsOf: itemReader(config.catalog),
  tells: tasteReader(config.purposes),
});

/** What is known before a row is added. */
interface Known extends Readers {
  readonly hindsight: Hindsight;
}

function addRow(state: State, event: Event, known: Known): void {
  const { config, hindsight, itemsOf, tells } = known;
  const visit = visitAfter(state.visit, event);
  const startsVisit = visit.count !== state.visit.count;
  const marked = hindsight.marks.get(visit.count);
  const mark = isOfVisit(event) ? marked : undefined;
  state.rows++;
  state.latestAt = Math.max(state.latestAt, event.at);
  state.visit = visit;
  state.mark = marked;
  const row: FoldRow = {
    event,
    items: itemsOf(event),
    visit,
    startsVisit,
    mark,
    tells: tells(event),
    refunded: isRefunded(event, hindsight),
    config,
  };
  for (const part of PARTS) part.add(state, row);
}

/** Data the business holds by accident of another service is read by nothing (science 1.6). */
const isReadable = ({ origin }: Event): boolean => origin !== 'incidental';

/** A fold to which rows can be added. */
export interface GrowingFold {
  /**
   * Takes in rows, in any order and however often they arrive.
   *
   * O(1) in the length of the log for a row that is the newest; a row that is late, or speaks of earlier ones (a refund,
   * a visit that is marked), makes the whole log be folded again at the next reading.
   */
  readonly add: (rows: Iterable<Event>) => void;
  /** The fold of all rows so far. It is the same object until the log is folded again, and grows with it. */
  readonly read: () => Folded;
}

/** A fold that grows row by row and always equals {@link foldLog} of the same rows, byte for byte. */
export function growingFold(config: FoldConfig): GrowingFold {
  const readers = readersFor(config);
  const known = new Map<string, Event>();
  let state = emptyState();
  let before: Known = { ...readers, hindsight: hindsightOf([]) };
  let newest: Event | undefined;
  let stale = false;
  const refold = (): void => {
    const log = canonicalLog(known.values()).filter(isReadable);
    before = { ...readers, hindsight: hindsightOf(log) };
    state = emptyState();
    for (const event of log) addRow(state, event, before);
    newest = log[log.length - 1];
    stale = false;
  };
  const addOne = (event: Event): void => {
    const copy = known.get(event.id);
    const agreed = copy ? agreedCopy(copy, event) : event;
    if (agreed === copy) return;
    known.set(event.id, agreed);
    if (!copy && !isReadable(event)) return;
    stale ||=
      copy !== undefined || speaksOfEarlierRows(event) || (newest !== undefined && compareEvents(event, newest) < 0);
    if (stale) return;
    addRow(state, event, before);
    newest = event;
  };
  return {
    add: (rows) => {
      for (const row of rows) addOne(row);
    },
    read: () => {
      if (stale) refold();
      return state;
    },
  };
}

/**
 * The log as state: sorted canonically, each row once, nothing dependent on arrival.
 *
 * `incidental` rows are read by nothing (science 1.6). O(n log n) in the rows.
 */
export function foldLog(events: Iterable<Event>, config: FoldConfig): Folded {
  const log = canonicalLog(events).filter(isReadable);
  const known = { ...readersFor(config), hindsight: hindsightOf(log) };
  const state = emptyState();
  for (const event of log) addRow(state, event, known);
  return state;
}
