import type { DayCardId, DayShopName } from '@tactful/simulator';
import type { Vote } from './ballot.js';
import type { DayPlace, DayWorld } from './day-state.js';
import { formatCount } from './figures.js';

/** What a card says. */
export interface CardText {
  readonly title: string;
  readonly story: string;
  /** What a shop could do now, and by what it would know. */
  readonly chance: string;
}

/** A shop that has a front, or the class. */
export type FrontName = Exclude<DayShopName, 'silence'>;

const votesOf = (count: number): string => (count === 1 ? '1 vote' : `${String(count)} votes`);
const peopleOf = (count: number): string => (count === 1 ? '1 person' : `${String(count)} people`);
const factsOf = (count: number): string => (count === 1 ? '1 fact' : `${String(count)} facts`);

const card: Readonly<Record<DayCardId, CardText>> = {
  train: {
    title: 'On the train',
    story: 'Noor is on her way to work. The hills go by, and for twenty minutes nobody wants anything of her.',
    chance: 'A shop could send a message to her phone.',
  },
  door: {
    title: 'At the door',
    story: 'She stands before the shop around the corner. Is it open? She looks up the hours on its page.',
    chance: 'She is on the shop’s page herself; there is room for one offer.',
  },
  till: {
    title: 'Paying for ice cream',
    story: 'Lunch break, lemon ice. She has her card in her hand, and somebody waits behind her.',
    chance: 'She is at the till of the shop; an offer would stand between her and paying.',
  },
  rival: {
    title: 'At the rival’s window',
    story: 'On her way back she stops in front of another shop. There is a garden hose in the window.',
    chance: 'Only a shop that follows where she walks knows that this is the moment.',
  },
  parcel: {
    title: 'The late parcel',
    story: 'The parcel was promised for this morning. She looks where it is, and complains.',
    chance: 'She is on the page about her order; there is room beside it.',
  },
  cemetery: {
    title: 'At the cemetery',
    story: 'She visits her father’s grave. Before she goes in she tells the shop: quiet, until tomorrow.',
    chance: 'A shop could still send a message. The phone is in her coat.',
  },
  dinner: {
    title: 'Dinner with a friend',
    story: 'They talk about her father. The phones lie on the table, face down.',
    chance: 'The quiet that she asked for is not over. A message would light up the table.',
  },
  sofa: {
    title: 'On the sofa',
    story: 'The day is done. She ends the quiet herself and looks at hoses, just like that.',
    chance: 'She came by herself, and looks around for fun.',
  },
  tellMe: {
    title: 'Tell me when',
    story: 'Six days ago she asked: tell me when the hose costs less than 31 euros. Now it does.',
    chance: 'She asked for just this, of the shop that listens.',
  },
};

const front: Readonly<Record<FrontName, { readonly name: string; readonly motto: string }>> = {
  blast: { name: 'Blast', motto: 'Everybody, always' },
  naive: { name: 'Naive', motto: 'Knows all, says all' },
  tactful: { name: 'Tactful', motto: 'The right offer, or nothing' },
  class: { name: 'Our class', motto: 'What you voted for' },
};

const vote: Readonly<Record<Vote, string>> = { speak: 'Speak', hush: 'Hush', pass: 'Don’t know' };
const world: Readonly<Record<DayWorld, string>> = { essays: 'People mind', nullAnnoyance: 'Nobody minds' };

/** Everything the page One day, three shops says in English; the shape that every other language follows. */
export const dayEn = {
  private:
    'Nothing that is done here is kept or sent: seed and votes are in the address of this page. What the shop Tactful says and why is the real engine’s own answer. The people are made up, by printed formulas.',
  synthetic: 'Synthetic; for teaching',
  strip: 'The nine moments of the day',
  place: (number: number, title: string) => `${String(number)}. ${title}`,
  of: (number: number) => `Card ${String(number)} of 9`,
  end: 'The end of the day',
  stateOpen: 'answered',
  stateVoted: (count: number) => votesOf(count),
  card,

  question: 'Speak or hush?',
  vote,
  voteKey: (key: string, word: string) => `${word} (key ${key})`,
  votes: votesOf,
  none: 'Nobody has voted yet. Press 1, 2 or 3 once for every pupil, or one for the whole class.',
  rule: 'More for speaking than for hushing: the class speaks. A tie is silence.',
  full: 'This card holds no more votes.',
  classDoes: { speak: 'Our class speaks.', hush: 'Our class hushes.' },
  nobodyVoted: 'Nobody voted, so our class hushes.',
  reveal: 'Reveal what the shops do',
  next: 'Next card',
  toEnd: 'To the end of the day',
  back: 'Card before',
  again: 'Vote again',
  undo: 'Undo last vote',
  keyName: { space: 'space', left: '←', right: '→' },

  fronts: 'Three shops',
  morning: 'The shops are still closed. They answer all at once when you reveal.',
  waits: (title: string) => `As they stood after “${title}”. They answer this card when you reveal.`,
  front,
  silent: 'Says nothing',
  says: (title: string) => `“${title}”`,
  why: {
    blast: 'It speaks to everybody at every moment, and draws by lot what it says.',
    naive: 'It speaks at every moment of what she looked at and bought most.',
    naiveFollows: 'It follows where she walks, and speaks of what she looked at and bought most.',
    engine: 'The engine’s own reason',
    classSpeaks: 'More of us wanted to speak than to hush.',
    classHushes: 'Not more of us wanted to speak than to hush.',
  },
  reached: (count: number) => `It reached ${peopleOf(count)}.`,
  reachedNobody: 'It reached nobody.',
  bought: (count: number) => `${peopleOf(count)} bought what it was about.`,
  resented: (count: number) => `${peopleOf(count)} minded.`,
  mindedNobody: 'Nobody minded.',
  meter: {
    heart: 'Heart',
    purse: 'Purse',
    jar: 'Data jar',
    trust: (share: string) => `${share} of the trust is left`,
    left: (count: number) => `${peopleOf(count)} left for good`,
    muted: (count: number) => `${peopleOf(count)} switched messages off`,
    points: (points: string) => `${points} points`,
    profit: (money: string) => `${money} against a shop that is silent`,
    facts: (count: number) => `${factsOf(count)} about her on its server`,
    since: (change: string) => `${change} at this card`,
    same: 'no change at this card',
  },
  lived: (people: number) => `Lived by ${String(people)} made-up people with her day and her taste.`,

  world: {
    title: 'World',
    name: world,
    essays: 'People mind being disturbed, as surveys say they do.',
    nullAnnoyance: 'Nobody minds anything, and nothing wears out. Whoever speaks more, sells more.',
    flip: { essays: 'Flip to: nobody minds', nullAnnoyance: 'Flip to: people mind' },
    said: { essays: 'Now people mind.', nullAnnoyance: 'Now nobody minds.' },
  },
  tools: 'Seed, link and keys',
  seed: 'Seed',
  seedHint: 'Another seed, other people. 1 to 999,999.',
  copy: 'Copy the link',
  copied: 'The link is copied. It holds the seed and all votes.',
  notCopied: 'The link could not be copied. It is in the address bar.',
  restart: 'Begin the day again',
  keys: 'Use the keys 1, 2, 3, space, arrows and T',
  said: {
    voted: (word: string, count: number) => `${word}: ${votesOf(count)}.`,
    undone: (count: number) => `One vote less. ${votesOf(count)} at this card.`,
    restarted: 'It is morning again. All votes are gone.',
    revealed: (who: string, what: string) => `${who}: ${what}`,
    done: (count: number) => `Half a year of ${formatCount(count, 'en')} shoppers is done.`,
  },

  evening: {
    title: 'How the day ended',
    lead: (voted: number, speak: number) =>
      `Our class voted at ${String(voted)} of 9 cards and speaks at ${String(speak)}. Where nobody voted it hushes. It knows what the shop Naive knows.`,
    noVotes: 'Nobody voted today. So our class is a shop that says nothing; go back to a card and vote.',
    spoke: (count: number) => `Spoke at ${String(count)} of 9 cards.`,
  },
  half: {
    title: 'Half a year, four shops, the same people',
    lead: 'One day is a story. Here the same made-up people live 180 days under each shop, and under a silent one to compare with.',
    votes:
      'The votes at the rival’s window and at “Tell me when” have no like in this half year; the other seven decide what our class does.',
    shoppers: 'How many shoppers',
    count: (count: number) => `${formatCount(count, 'en')} shoppers`,
    run: 'Let them live',
    stop: 'Stop',
    stopped: 'Stopped. Nothing was worked out.',
    failed: 'That did not work in this browser. Try it again, or with fewer shoppers.',
    progress: (done: number, of: number) =>
      `${formatCount(done, 'en')} of ${formatCount(of, 'en')} shoppers have lived their half year`,
    chart: 'Extra profit per shopper, against a silent shop',
    chartNote: (count: number, seed: number) =>
      `Mark: mean. Line: 95% interval. ${formatCount(count, 'en')} shoppers, seed ${String(seed)}, 180 days.`,
    zero: 'silent shop',
    between: (low: string, high: string) => `${low} to ${high}`,
    table: 'The same in figures, per shopper',
    head: {
      policy: 'Shop',
      profit: 'Extra profit',
      interval: '95% interval',
      contacts: 'Messages',
      resented: 'Times minded',
      quiet: 'In quiet time',
      muted: 'Switched off',
      left: 'Left',
      trust: 'Trust left',
    },
    silence: 'Silent',
    most: (name: string) => `${name} earns most here.`,
    mostPerhaps: (name: string, near: string) =>
      `${name} earns most here, though not clearly more than ${near}: their intervals overlap.`,
    ahead: (gap: string) => `Blast wins from Tactful by ${gap} for each shopper.`,
    behind: (gap: string) => `Tactful wins from Blast by ${gap} for each shopper.`,
    close: 'Between Blast and Tactful it is too close to call: their intervals overlap.',
    cost: (left: string, other: string) => `Blast drives ${left} of its shoppers away, Tactful ${other}.`,
    flipped: 'So tact pays only where people mind. Whoever claims that it always pays has not tried the other world.',
    honest:
      'Made-up people who react by printed formulas: an order to think about, no effect of anything real. Everybody has agreed to be remembered; nobody has allowed Tactful to call upon them.',
  },
  teacher: {
    title: 'In class, fifteen minutes',
    steps: [
      'Read a card aloud. Everybody chooses: speak or hush? Count hands with 1 and 2, then press space.',
      'Ask before you go on: which heart will crack next, and which purse will that fill?',
      'At the end, press T. Which shop wins in which world, and in which of the two do we live? How could one find out?',
    ],
  },
};

/** What every language of the page says. */
export type DayTexts = typeof dayEn;

/** The title of a card, or of the end. */
export function placeTitle(place: DayPlace, texts: DayTexts): string {
  return place === 'end' ? texts.end : texts.card[place].title;
}
