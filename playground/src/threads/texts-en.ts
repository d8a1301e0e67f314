import type { Deed } from './step.js';
import type { WalkName } from './walks.js';

const notesOf = (count: number): string => (count === 1 ? '1 note' : `${String(count)} notes`);
const secondsOf = (count: number): string => (count === 1 ? '1 second' : `${String(count)} seconds`);
const deed: Readonly<Record<Deed, (about: string) => string>> = {
  look: (about) => `Looked at ${about}`,
  save: (about) => `Saved ${about} for later`,
  search: (about) => `Searched for “${about}”`,
  cart: (about) => `Put ${about} in the cart`,
  buy: (about) => `Bought ${about}`,
  less: (about) => `Said: less of ${about}`,
  gift: () => 'Said: this visit is for a gift',
};
const walk: Readonly<Record<WalkName, { readonly title: string; readonly story: string }>> = {
  gardener: {
    title: 'The gardener, and one wrong click',
    story: 'Somebody wants to water the garden. Half a minute in, the finger slips.',
  },
  gift: {
    title: 'The gift',
    story: 'Somebody chooses lamps for somebody else, and says so at the end.',
  },
  medicine: {
    title: 'The medicine shelf',
    story: 'Somebody paints a room and takes something from the shelf beside the till.',
  },
  conflict: {
    title: 'Says one thing, does another',
    story: 'Somebody asks for less of the garden, and comes back for it five times. Six visits in eleven days.',
  },
};

/** Everything the page Threads says in English; the shape that every other language follows. */
export const threadsEn = {
  private:
    'Nothing that is done here is kept or sent: it is in the address of this page, and is gone when you close it. The conclusions and the offer are those of the real engine and the real catalogue of this shop.',
  teacher: {
    title: 'In class, ten minutes',
    steps: [
      'Read the notes aloud. Which conclusions would a shop draw? Everybody writes down three.',
      'Turn the cards one by one and follow the strings. Who guessed what the shop did not?',
      'Choose the one note that has to go. Guess what falls, then drop it into the bin.',
    ],
  },
  choose: 'Whose sixty seconds?',
  own: 'Your own sixty seconds',
  ownStory: 'Click around on a small shelf. The clock starts at your first click.',
  walk,
  next: 'Next shopper',
  again: 'Begin again',
  copy: 'Copy the link to this wall',
  copied: 'The link is copied. It holds the whole wall.',
  notCopied: 'The link could not be copied. It is in the address bar.',

  shelf: {
    title: 'Your sixty seconds',
    lead: 'Look, search, save, buy, or say what you want less of. Each click becomes a note.',
    left: secondsOf,
    waits: 'The clock starts at your first click.',
    hang: 'Hang it on the wall',
    notes: notesOf,
    none: 'No notes yet',
    look: 'Look',
    save: 'Save',
    cart: 'In cart',
    less: 'Less',
    of: (action: string, name: string) => `${action}: ${name}`,
    lessOf: (shelf: string) => `Less of ${shelf}`,
    gift: 'This visit is for a gift',
    buy: (count: number) => (count === 1 ? 'Buy 1 product' : `Buy ${String(count)} products`),
    emptyCart: 'Nothing in the cart',
    search: 'Search',
    searchLabel: 'Search for a word, such as “garden” or “paint”',
    noted: (what: string) => `Noted: ${what}`,
    full: 'That is as many notes as a wall can hold.',
    over: 'Sixty seconds are over. Your notes hang on the wall.',
  },

  deed,
  refused: (why: string) => `Kept out at the gate: ${why}`,
  refusal: {
    'personal-data': 'it looks like something that tells who you are',
    invalid: 'it is not an event that the engine knows',
    other: 'no purpose needs it',
  },

  notes: {
    title: 'What happened',
    lead: 'One note for each click.',
    none: 'No note is left on the wall.',
    numbered: (number: number) => `Note ${String(number)}`,
    bin: (number: number) => `Into the bin: note ${String(number)}`,
    toBin: 'Into the bin',
    hint: 'Drag it into the bin, or press Delete or its button.',
    tied: (cards: string) => `Tied to ${cards}.`,
    loose: 'Tied to no card.',
    card: (number: number) => `card ${String(number)}`,
  },

  cards: {
    title: 'What follows from it',
    guess: 'What do you think the shop concludes? Guess, then turn.',
    turnAll: 'Turn all cards',
    hideAll: 'All face down',
    turn: 'Turn',
    back: 'Face down',
    numbered: (number: number) => `Card ${String(number)}`,
    tied: (count: number) => `Tied to ${notesOf(count)}`,
    rests: (count: number) => (count === 0 ? 'Rests on no note any more' : `Rests on ${notesOf(count)}:`),
    refusedOf: (count: number) => (count === 0 ? 'Of no note any more' : `Said of ${notesOf(count)}:`),
    sure: 'How sure',
    known: 'Known from the clicks',
    was: (before: string) => `was ${before}`,
    withheld: { doubt: 'In doubt', alone: 'Left alone', figures: 'No figures' },
    fate: {
      fell: 'Fell',
      weaker: 'Weaker',
      stronger: 'Stronger',
      new: 'New',
      stands: 'As before',
    },
    more: (count: number) => (count === 1 ? 'Show 1 more card' : `Show ${String(count)} more cards`),
    fewer: 'Show fewer cards',
    details: 'More about this',
  },

  empty: {
    title: 'Nothing was clicked, so nothing is concluded',
    text: 'No click, no note, no conclusion, and tomorrow nobody says anything about you. Try looking at two things for the garden and putting one in the cart.',
    gone: 'Everything is in the bin, so nothing is concluded',
    goneText: 'Without a note there is nothing to tie a string to. Put one back and see what comes with it.',
    again: 'Try your own sixty seconds',
  },

  offer: {
    title: 'Tomorrow’s front page',
    guess: 'What will the shop say tomorrow? Guess, then turn.',
    nothing: 'Nothing is said to you',
    stands: 'The shop’s own front page stands as it is for everybody.',
    because: 'Why:',
    before: 'Before',
    now: 'Now',
    stays: 'It stays the same.',
    changes: 'It changes.',
  },

  bin: {
    title: 'Bin',
    empty: 'Empty. Drop a note here.',
    drop: 'Let go to throw it away',
    holds: (count: number) => notesOf(count),
    putBack: (number: number) => `Put back: note ${String(number)}`,
    back: 'Put back',
    undo: 'Undo',
  },

  receipt: {
    title: 'Receipt',
    removed: 'Removed',
    rows: (count: number) => (count === 1 ? '1 row of the log' : `${String(count)} rows of the log`),
    fell: 'Fell',
    weaker: 'Weaker',
    stronger: 'Stronger',
    fresh: 'Came instead',
    nothing: 'No conclusion changed.',
    hidden: (number: number) => `card ${String(number)}, still face down`,
    offer: 'Tomorrow',
    proven: 'Proven: the same as if it had never happened',
    how: 'Worked out twice, once erased and once never told, and compared to the last byte.',
    unproven: 'Not the same as if it had never happened. That is a fault; please report it.',
  },

  said: {
    dropped: (number: number, fell: number) =>
      `Note ${String(number)} is in the bin. ${fell === 0 ? 'No card fell.' : fell === 1 ? '1 card fell.' : `${String(fell)} cards fell.`}`,
    back: (number: number) => `Note ${String(number)} hangs on the wall again.`,
    seeReceipt: 'See the receipt',
  },

  answers: {
    show: 'Answer sheet',
    hide: 'Hide the answer sheet',
    title: 'Answer sheet, worked out from this wall',
    holds: (card: string) => `Which notes hold up “${card}”?`,
    loose: 'Which notes hold up nothing?',
    decisive: 'Which single note, thrown away, changes tomorrow’s offer?',
    refused: 'What was not concluded, and why?',
    none: 'None.',
    noneRefused: 'Nothing was left out.',
    nothing: 'Nothing is concluded, so there is nothing to ask.',
  },
};

/** What every language of the page says. */
export type ThreadsTexts = typeof threadsEn;
