import { PROFILE_WORDS_EN } from '../engine/index.js';
import type { LensWords } from './lens-words.js';

const rowsOf = (rows: number): string => (rows === 1 ? '1 row' : `${String(rows)} rows`);

/** English. It is the reference: what a text here does not claim, no other language claims. */
export const LENS_WORDS_EN: LensWords = {
  lang: 'en',
  heading: 'What this page knows and tells',
  loading: 'Looking…',
  again: 'Look again',
  filter: 'Filter the rows',
  filterNone: 'No row here has these words.',
  more: (left) => `Show more (${String(left)} left)`,
  trouble: {
    'click-icon': {
      what: 'tactful may not look at this page yet.',
      next: 'Click the tactful icon in the toolbar. That allows a look at this one tab, until you go to another site.',
    },
    'not-a-page': {
      what: 'This tab does not show a web page, so there is nothing to look at.',
      next: 'Go to a shop and click the tactful icon there.',
    },
    refused: {
      what: 'The browser does not let any extension look at this page.',
      next: 'That is usual for the browser’s own pages and its extension shop. Go to another page and click the icon there.',
    },
    unreadable: {
      what: 'What is stored here could not be read just now.',
      next: 'Look again. If that does not help, reload the page and click the icon once more.',
    },
  },
  tabs: { you: 'You', decisions: 'Decisions', log: 'Log', page: 'This page' },
  profile: PROFILE_WORDS_EN,
  provenance: {
    observed: 'observed',
    stated: 'said by you',
    announced: 'announced by the page',
    listed: 'from a list',
    concluded: 'concluded',
    withheld: 'not concluded',
  },
  section: {
    conflicts: {
      title: 'What I say, what I do',
      note: 'These two differ. You choose which one counts.',
      empty: 'What you say and what you do agree.',
    },
    rest: {
      title: 'Nothing on the rest',
      note: '',
      empty:
        'What you say, what you do and what is concluded from it appears here once you agree: each line with the clicks it rests on, and with buttons to correct it, to remove it, or to forbid it. Before you agree nothing is kept, and after that only on this device.',
    },
    needs: {
      title: 'What it is kept for',
      note: 'Each kind of row that is held, the purpose you agreed to, and whether it ever moved a decision.',
      empty: 'Nothing is held, so nothing is kept for anything.',
    },
    held: {
      title: 'Held here about you',
      note: 'Rows that tactful keeps on this device for this site, newest first.',
      empty: 'Nothing is held. Rows appear here once you agree and look around.',
    },
    decided: {
      title: 'Decided, and why',
      note: 'Every time something could have been said to you, newest first.',
      empty: 'Nothing was decided yet.',
    },
    companies: {
      title: 'Told of your visit',
      note: 'Companies whose servers this page asked for something. They learn that somebody was here, and often who.',
      empty: 'No other company was seen.',
    },
    announced: {
      title: 'Announced by the page',
      note: 'What the page says, in words for machines, about itself and what you do. Every script in the page can read it.',
      empty: 'The page announces nothing that can be read here.',
    },
    stored: {
      title: 'Names of what is stored',
      note: 'Names only. What is kept under them was not looked at.',
      empty: 'Nothing is stored that can be seen from here.',
    },
    possible: {
      title: 'What could be concluded',
      note: 'What our own engine would make of these announcements. Worked out just now, kept nowhere.',
      empty: 'Nothing: the page announces no product and no event.',
    },
  },
  sentence: {
    told: (companies) => `This page told at least ${companies === 1 ? '1 company' : `${String(companies)} companies`}`,
    toldNobody: 'This page told no other company that can be seen from here',
    announces: 'it announces that you look at {product}.',
    announcesPriced: 'it announces that you look at {product}, {price}.',
    announcesEvents: 'it announces what you do, but no product.',
    announcesNothing: 'it announces nothing about what you look at.',
    holds: (rows) => `tactful holds ${rowsOf(rows)} about you here`,
    holdsNothing: 'tactful keeps nothing about you here. Nothing is kept until you agree, and you can refuse.',
    lastSilent: 'and last said nothing, because: {reason}',
    lastOffered: 'and last offered {offer}, because: {reason}',
    lastNothing: 'and has not decided anything yet.',
  },
  company: {
    hosts: 'asked: {hosts}',
    category: {
      ad: 'advertising',
      analytics: 'measuring visitors',
      social: 'social network',
      video: 'video',
      utility: 'tools for sites',
      hosting: 'hosting',
      marketing: 'marketing',
      'customer-success': 'customer contact',
      content: 'content',
      cdn: 'file delivery',
      'tag-manager': 'loads other scripts',
      'consent-provider': 'consent banner',
      other: 'other',
    },
  },
  announcedBy: {
    product: 'Product: {name}',
    event: 'Event {event}: {name}',
    source: { 'json-ld': 'as JSON-LD', microdata: 'as microdata', 'data-layer': 'in the dataLayer' },
  },
  place: { cookie: 'cookie', local: 'local storage', session: 'session storage', database: 'database' },
  consent: {
    none: 'You have not been asked yet.',
    state: {
      in: 'You agreed to: {purpose}.',
      out: 'You refused: {purpose}.',
      pending: 'You have not chosen yet about: {purpose}.',
    },
  },
  engine: {
    differs:
      'This site runs another version of the engine, so its conclusions cannot be compared. The rows and decisions are as stored.',
    unknown: 'The store holds no configuration that can be read, so nothing can be concluded from it here.',
  },
  unreadable: 'There is a store “{scope}” here that this version cannot open.',
  you: {
    nothing: 'Nothing about you yet',
    soon: 'What you say, what you do and what is concluded from it will appear here: each line with the clicks it rests on, and with buttons to correct it, to remove it, or to forbid it. All of it stays on this device.',
    sure: '{percent} sure',
    says: 'What I say',
    does: 'What I do',
    more: 'More',
    changed: 'changed just now',
    action: '{action} ({row})',
    why: 'Why',
    need: { used: 'used', not_needed: 'not needed', untried: 'not tried yet' },
    forgetNeed: 'Forget these rows',
    forgetRows: (rows) => (rows === 1 ? 'Forget it' : `Forget ${rowsOf(rows)}`),
  },
  evidence: (rows) => `Rests on ${rowsOf(rows)}`,
  evidenceMore: (rows) => `And ${rowsOf(rows)} more, in the log.`,
  decision: {
    offered: 'Offered: {offer}',
    silent: 'Nothing was said',
    place: 'place: {placement}',
    until: 'until {moment}',
    left: { default: 'the shop’s own content stayed', empty: 'the place stayed empty' },
    endedBy: {
      declare: 'You can end this by saying so on the page.',
      consent: 'You can end this by agreeing to the purpose.',
      forget: 'You can end this by forgetting the rows it rests on.',
      task: 'It ends when you have finished what you were doing.',
      resolve: 'It ends when your complaint is solved.',
      visit: 'It ends with your next visit.',
    },
    whyNothing: 'Why nothing?',
    whyThis: 'Why this?',
    differs:
      'What would have made the difference cannot be told any more: rows or the shop’s rules have changed since.',
    done: 'You have ended this since.',
    worth: 'What {what} weighed, in hundredths',
    term: 'part',
    value: 'weight',
    total: 'together',
    all: 'All that could have been said',
    considered: 'What else was considered',
    candidate: 'candidate',
    verdict: 'verdict',
    score: 'score',
    scoreNote: 'Score: expected worth for you and the shop together, in hundredths.',
    silence: 'saying nothing',
    unreadable: 'A decision that cannot be read',
  },
  forget: 'Forget this row',
  forgetRow: 'Forget this row: {row}',
  erase: {
    ask: 'Erase everything',
    question: (rows) =>
      `Erase all ${rowsOf(rows)}, conclusions and decisions of this site on this device? This cannot be undone.`,
    yes: 'Yes, erase everything',
    no: 'No, keep it',
  },
  receipt: {
    gone: (rows) => `${rowsOf(rows)} removed; read again: gone.`,
    still: (rows) =>
      `${rowsOf(rows)} removed, but reading again still finds something. Look again, or reload the page.`,
    failed: 'That could not be done just now; nothing has changed. Look again and try once more.',
    working: 'Working…',
    said: (line) => (line === '' ? 'Noted as said by you; read again: it is there.' : `Noted, and read again: ${line}`),
    unsaid: 'That was noted, but reading again does not find it. Look again, or reload the page.',
    refused: {
      'no-consent': 'That was not kept: nothing is kept until you agree. Say yes on the page, and try again.',
      'not-needed': 'That was not kept: the site has no purpose that needs it.',
      invalid: 'That was not kept: the page does not know what to do with it.',
      'personal-data': 'That was not kept: it may tell who you are.',
    },
    undo: 'Undo',
  },
  close: 'Close',
  blind:
    'Not everything can be seen from here: redirects, web sockets, and what happens inside frames and workers stay hidden. That is why it says “at least”.',
};
