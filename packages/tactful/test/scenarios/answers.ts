import {
  decide,
  grantsEndedBy,
  isReachable,
  localText,
  MINUTE_MS,
  nextGoodMoment,
  nextPermission,
  outboundIntent,
  preferredChannel,
  prospectOf,
  readRelationship,
  rhythmAlert,
  situationOf,
  suggestionState,
  visitOutlook,
  weFeeling,
  type Channel,
  type DecideInput,
  type DecisionTrace,
  type Rung,
  type ShopperAction,
} from '../../src/engine/index.js';
import { catalogOf, inputOf, nowOf, type Stage } from './stage.js';
import { wordOf } from './values.js';

/** What came out, word by word; what is not named is `none`. */
export type Answer = Readonly<Record<string, string>>;

type Fields = Readonly<Record<string, string>>;

const listed = (words: readonly (string | number)[]): string => words.map(String).join(' + ') || 'none';
const wordsIn = (text = ''): readonly string[] => text.split(/\s*\+\s*/).filter((word) => word !== '');

/** A moment as the story tells times; a missing one is no word at all. */
const told = (stage: Stage, key: string, at: number | undefined): Answer =>
  at === undefined || !Number.isFinite(at) ? {} : { [key]: wordOf(at - stage.start.at) };

/** `18:30`, by the clock of the shopper. */
const clockOf = ({ start }: Stage, at: number): string =>
  new Date(at + start.offset * MINUTE_MS).toISOString().slice(11, 16);

function actionIn(action: ShopperAction): string {
  switch (action.do) {
    case 'declare':
      return Object.values(action.statement).map(String).join(' ');
    case 'consent':
      return `consent ${action.purpose}`;
    case 'forget':
      return 'forget';
    case 'task':
      return `task ${action.id}`;
    case 'resolve':
      return `resolve ${action.complaint}`;
    default:
      return 'visit';
  }
}

function answerOf(stage: Stage, trace: DecisionTrace): Answer {
  const { decision, counts, shortlist } = trace;
  const { offers, silence, direction, channel } = decision;
  const catalog = catalogOf(stage).catalog.offers;
  const [first] = catalog.filter(({ id }) => id === offers[0]?.offerId);
  return {
    offer: listed(offers.map(({ offerId }) => offerId)),
    because: listed(offers.flatMap(({ reasons }) => reasons)),
    silence: silence?.reason ?? 'none',
    leave: silence?.leave ?? 'none',
    ...(silence ? told(stage, 'until', silence.until) : {}),
    endedBy: silence?.endedBy ? actionIn(silence.endedBy) : 'none',
    direction,
    channel,
    title: offers[0]?.content['en']?.title ?? 'none',
    way: localText(offers[0]?.way ?? 'none', 'en'),
    asks: first ? String(((first.price ?? 0) - (first.discount ?? 0)) / 100) : 'none',
    probabilities: listed(shortlist.map(({ offerId, probability }) => `${offerId ?? 'silence'} ${probability}`)),
    ...Object.fromEntries(Object.entries(counts).map(([verdict, count]) => [verdict, String(count)])),
  };
}

/** What would be said now: the real decision. */
function decision(stage: Stage): Answer {
  const trace = decide(inputOf(stage));
  stage.last = trace;
  return answerOf(stage, trace);
}

/** When the next contact would be welcome, found by trying decisions at moments that lie ahead. */
function goodMoment(stage: Stage, { days = '14', channels = 'slot' }: Fields): Answer {
  const input = inputOf(stage, { placement: '*' });
  const { folded, catalog, model, at, offset } = input;
  const now = { at, offset };
  const search = nextGoodMoment({
    now,
    withinDays: Number(days),
    channels: wordsIn(channels) as readonly Channel[],
    visits: visitOutlook({ folded, catalog, model, now }, stage.rows),
    margin: model.tactMargin,
  });
  let step = search.next();
  while (!step.done) {
    step = search.next(prospectOf(decide({ ...input, ...step.value })));
  }
  const found = step.value;
  if (!found) return { reason: 'none' };
  return {
    reason: found.reason,
    channel: found.channel,
    ...told(stage, 'at', found.at),
    ...told(stage, 'until', found.until),
    clock: clockOf(stage, found.at),
    ahead: found.at > at ? 'yes' : 'no',
  };
}

/** What the host's own code is handed for a message outside the site. */
function handOver(stage: Stage): Answer {
  const input = inputOf(stage);
  const trace = decide(input);
  stage.last = trace;
  const { at, offset, folded, catalog } = input;
  const intent = outboundIntent(trace, {
    folded,
    through: catalog.byId.get(trace.decision.offers[0]?.offerId ?? '')?.through ?? 0,
    now: { at, offset },
    hours: situationOf(input).policy.quietHours,
  });
  if (!intent) return { ...answerOf(stage, trace), intent: 'none' };
  return {
    intent: intent.offerId,
    channel: intent.channel,
    permission: `${intent.permission.channel} ${wordOf(intent.permission.at - stage.start.at)}`,
    hours: listed(intent.quiet.hours.map(({ from, to }) => `${from}-${to}`)),
    ...told(stage, 'notBefore', intent.notBefore),
    ...told(stage, 'quiet', intent.quiet.until),
    ...told(stage, 'expires', intent.expires),
  };
}

/** Which permission may be asked for next. */
function ladder(stage: Stage, { uses, firstPage }: Fields): Answer {
  const { folded, consent, policy, at, offset } = inputOf(stage);
  const next = nextPermission(folded, {
    at,
    offset,
    consent,
    policy,
    uses: wordsIn(uses) as readonly Rung[],
    firstPage: firstPage === 'true',
  });
  if (!next) return { ask: 'none', wait: 'none' };
  return 'ask' in next
    ? { ask: next.ask, wait: 'none' }
    : { ask: 'none', wait: next.wait, next: next.next, ...told(stage, 'until', next.until) };
}

/** Which permissions ended because what they were given for was not kept. */
function grants(stage: Stage): Answer {
  const ended = grantsEndedBy(inputOf(stage).folded);
  return {
    ended: listed(ended.map(({ kind, id }) => `${kind} ${id}`)),
    condition: listed(ended.map(({ condition }) => condition)),
    ...told(stage, 'since', ended[0]?.at),
  };
}

/** How a suggestion of the shopper stands, and what it did for the relation. */
function suggestion(stage: Stage, { id }: Fields): Answer {
  const { folded, at } = inputOf(stage);
  const made = folded.suggestions.get(id ?? '');
  return {
    suggestion: made ? suggestionState(made) : 'none',
    feeling: weFeeling(folded, at).value.toFixed(2),
  };
}

/** Whether a person of the shop can be reached now. */
function person(stage: Stage, { id }: Fields): Answer {
  const found = inputOf(stage).catalog.people.find((each) => each.id === id);
  return {
    reachable: found && isReachable(found, nowOf(stage)) ? 'yes' : 'no',
    clock: clockOf(stage, nowOf(stage).at),
  };
}

/** What the reader of catalogues says, and what everybody finds on the open list. */
function catalogue(stage: Stage): Answer {
  const { catalog, problems } = catalogOf(stage);
  const open = catalog.offers.filter(({ openTo }) => openTo !== undefined);
  return {
    offers: listed(catalog.offers.map(({ id }) => id)),
    dropped: listed(problems.map(({ path }) => path)),
    fix: listed(problems.map(({ fix }) => fix)),
    open: listed(open.map(({ id, price = 0, discount = 0 }) => `${id} ${(price - discount) / 100}`)),
  };
}

/** Which of some channels to use. */
function channelFor(stage: Stage, { of }: Fields): Answer {
  const { folded, at } = inputOf(stage);
  return { prefers: preferredChannel(wordsIn(of) as readonly Channel[], { folded, at }) ?? 'none' };
}

/** The habit that is broken, as far as the shopper's own log tells. */
function habit(stage: Stage): Answer {
  const { folded, catalog, model, policy, at, offset } = inputOf(stage);
  const alert = rhythmAlert({ folded, catalog, model, policy, now: { at, offset } });
  return alert
    ? { broken: `${alert.habit.facet} ${alert.habit.value}`.trim(), askFirst: alert.askFirst ? 'yes' : 'no' }
    : { broken: 'none', askFirst: 'no' };
}

/** How to behave: the contract of the relationship. */
function contract(stage: Stage): Answer {
  const { folded, catalog, at, model }: DecideInput = inputOf(stage);
  const read = readRelationship({ folded, catalog, types: model.relationships, at });
  const { outboundPer30d, bans, favours, strikesToRecovery, failureResponse } = read.contract;
  return {
    stated: read.stated ?? 'none',
    seems: read.seems ?? 'none',
    bans: listed(bans),
    favours: listed(favours),
    outbound: String(outboundPer30d),
    strikes: String(strikesToRecovery),
    failure: failureResponse,
  };
}

/** Whether the last signal was taken in, and which places are held. */
const sensed = ({ sensed: receipt, signals, rows }: Stage): Answer => ({
  sensed: receipt,
  places: listed(signals.places),
  rows: listed(rows.map(({ name }) => name)),
});

/** Everything that a story can ask, by the words after `ask`. */
export const QUESTIONS: Readonly<Record<string, (stage: Stage, fields: Fields) => Answer>> = {
  decision,
  'good moment': goodMoment,
  'hand over': handOver,
  ladder,
  grants,
  suggestion,
  person,
  catalogue,
  'preferred channel': channelFor,
  habit,
  contract,
  sensed,
};
