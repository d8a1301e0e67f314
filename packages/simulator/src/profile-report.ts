import {
  plainLine,
  PROFILE_SUBJECTS,
  PROFILE_WORDS_EN,
  PROFILE_WORDS_NL,
  wordBasis,
  wordNeed,
  wordRow,
  type ProfileFormat,
  type ProfileRow,
  type ProfileView,
  type ProfileWording,
} from 'tactful/engine';
import type { RefusedRow } from './read-events.js';
import { wrapLine } from './wrap-line.js';

const WIDTH = 100;

interface ReportWords {
  readonly asOf: (moment: string, counts: { readonly rows: number; readonly visits: number }) => string;
  readonly later: (rows: number) => string;
  readonly undecided: string;
  readonly decided: (decisions: number) => string;
  readonly refused: (rows: number) => string;
  readonly noneRefused: string;
}

const count = (n: number, [one, other]: readonly [string, string]): string => `${String(n)} ${n === 1 ? one : other}`;

const WORDS: Readonly<Record<'en' | 'nl', ReportWords>> = {
  en: {
    asOf: (moment, { rows, visits }) =>
      `As of ${moment}, from ${count(rows, ['row', 'rows'])} in ${count(visits, ['visit', 'visits'])}.`,
    later: (rows) => `${count(rows, ['later row', 'later rows'])} left out.`,
    undecided: 'No decisions in this log: give a catalogue to have them made.',
    decided: (decisions) =>
      `With the catalogue ${count(decisions, ['decision was', 'decisions were'])} made to see this.`,
    refused: (rows) => `${count(rows, ['row', 'rows'])} refused:`,
    noneRefused: 'No row was refused.',
  },
  nl: {
    asOf: (moment, { rows, visits }) =>
      `Per ${moment}, uit ${count(rows, ['regel', 'regels'])} in ${count(visits, ['bezoek', 'bezoeken'])}.`,
    later: (rows) => `${count(rows, ['latere regel', 'latere regels'])} weggelaten.`,
    undecided: 'Geen besluiten in dit logboek: geef een catalogus om ze te laten nemen.',
    decided: (decisions) => `Met de catalogus: ${count(decisions, ['besluit', 'besluiten'])} genomen om dit te zien.`,
    refused: (rows) => `${count(rows, ['regel', 'regels'])} geweigerd:`,
    noneRefused: 'Er is geen regel geweigerd.',
  },
};

/** A profile, what its log left out, and how to say it. */
export interface ProfileReport {
  readonly view: ProfileView;
  readonly later: number;
  readonly refused: readonly RefusedRow[];
  /** How many decisions the ledger was drawn up from. */
  readonly decisions: number;
  readonly lang: 'en' | 'nl';
  readonly format: ProfileFormat;
}

function rowLines(row: ProfileRow, how: ProfileWording): readonly string[] {
  const { what, details } = wordRow(row, how);
  const { elicited } = how.words;
  const basis = plainLine(wordBasis(row, how));
  const isFact = row.kind === 'fact';
  const said = details.filter(({ template }) => template !== elicited).map(plainLine);
  const chosen = said.length < details.length ? [elicited] : [];
  // A fact is one line; what is concluded ends in what it rests on.
  const closing = isFact ? [] : [[basis, ...chosen].join(' ')];
  return [
    ...wrapLine(isFact ? `${plainLine(what)} (${basis})` : plainLine(what), { width: WIDTH, indent: 2 }),
    ...[...said, ...closing].flatMap((line) => wrapLine(line, { width: WIDTH, indent: 4 })),
  ];
}

function subjectLines(view: ProfileView, how: ProfileWording): readonly string[] {
  const worded = view.profile.map((row) => ({ row, subject: wordRow(row, how).subject }));
  return PROFILE_SUBJECTS.flatMap((subject) => {
    const rows = worded.filter((each) => each.subject === subject);
    const { title, empty } = how.words.subject[subject];
    return ['', title, ...(rows.length === 0 ? [`  ${empty}`] : rows.flatMap(({ row }) => rowLines(row, how)))];
  });
}

function refusalLines(refused: readonly RefusedRow[], words: ReportWords): readonly string[] {
  if (refused.length === 0) return [words.noneRefused];
  const counts = new Map<string, number>();
  for (const { why } of refused) counts.set(why, (counts.get(why) ?? 0) + 1);
  const lines = [...counts].map(([why, rows]) => `${String(rows)}  ${why}`);
  return [words.refused(refused.length), ...lines.flatMap((line) => wrapLine(line, { width: WIDTH, indent: 2 }))];
}

/** A profile for reading, at most 100 columns wide: its subjects, what the rows are kept for, and what was refused. */
export function profileLines({ view, later, refused, decisions, lang, format }: ProfileReport): readonly string[] {
  const how: ProfileWording = { words: lang === 'nl' ? PROFILE_WORDS_NL : PROFILE_WORDS_EN, format };
  const words = WORDS[lang];
  const { need } = how.words;
  return [
    words.asOf(format.moment(view.now.at), view),
    ...(later === 0 ? [] : [words.later(later)]),
    ...subjectLines(view, how),
    '',
    need.title,
    ...(view.needs.length === 0 ? [`  ${need.empty}`] : []),
    ...view.needs.flatMap((each) => wrapLine(plainLine(wordNeed(each, how)), { width: WIDTH, indent: 2 })),
    `  ${decisions === 0 ? words.undecided : words.decided(decisions)}`,
    '',
    ...refusalLines(refused, words),
  ];
}
