import type { ProfileRow, ProfileRule } from './profile-row.js';
import { leanOf, rowSlot, thingOf, tierOfRow, wordsOf } from './profile-slots.js';
import type { ProfileSubject, ProfileWording, ProfileWords, WordedRow } from './profile-words.js';
import { fillLine, type WordedLine } from './worded-line.js';

const SUBJECT_OF: Readonly<Record<ProfileRule, ProfileSubject>> = {
  stated: 'said',
  never: 'said',
  mode: 'said',
  quiet: 'said',
  channel: 'said',
  goal: 'said',
  life: 'said',
  visit: 'said',
  wish: 'said',
  answer: 'said',
  declined: 'said',
  feedback: 'said',
  purchase: 'done',
  signal: 'done',
  affinity: 'taste',
  price: 'taste',
  conflict: 'taste',
  rhythm: 'habits',
  due: 'habits',
  break: 'habits',
  next: 'habits',
  frequency: 'habits',
  alive: 'worth',
  lifetime: 'worth',
  tier: 'worth',
  complaint: 'relation',
  promise: 'relation',
  suggestion: 'relation',
  said_relationship: 'relation',
  relationship: 'relation',
  we_feeling: 'relation',
  annoyance: 'relation',
  task: 'now',
  intent: 'now',
  fatigue: 'now',
  satiation: 'now',
};

/** Closer to what is usual than this is as usual. */
const USUAL = 0.05;

/** Which of the sentences of a rule fits; a rule that is not here has one. */
const CASE_OF: Readonly<Partial<Record<ProfileRule, (row: ProfileRow) => string>>> = {
  stated: ({ level }) => String(level),
  mode: ({ value }) => value,
  channel: ({ level }) => (level > 0 ? 'allowed' : 'refused'),
  wish: ({ facet }) => facet,
  visit: ({ value }) => (value === 'gift' || value === 'not_me' ? value : 'person'),
  promise: ({ facet }) => facet,
  suggestion: ({ facet }) => facet,
  affinity: ({ level }) => leanOf(level),
  price: ({ estimate }) => {
    const off = (estimate?.value ?? 1) - 1;
    if (Math.abs(off) < USUAL) return 'usual';
    return off < 0 ? 'below' : 'above';
  },
  conflict: ({ sides }) => (sides !== undefined && sides.says > sides.does ? 'more_said' : 'more_done'),
  rhythm: ({ facet }) => facet,
  break: ({ facet }) => facet,
  frequency: ({ value }) => value,
  tier: tierOfRow,
  relationship: () => 'seems',
  we_feeling: ({ estimate }) => {
    const index = estimate?.value ?? 0.5;
    if (index < 0.4) return 'poor';
    return index > 0.6 ? 'good' : 'fair';
  },
  intent: ({ facet, kind }) => {
    if (facet === 'unfinished') return facet;
    return kind === 'fact' ? 'said' : 'seems';
  },
  annoyance: ({ value }) => value,
  fatigue: ({ value }) => value,
};

/** A sentence in which the thing it is about has its name. */
function named(template: string, { facet, words }: { readonly facet: string; readonly words: ProfileWords }): string {
  return template.replace('{thing}', words.thing[thingOf(facet)]);
}

/** A sentence about the line; a slot that nobody can fill says that it has no name. */
function lineOf(
  template: string,
  { row, how }: { readonly row: ProfileRow; readonly how: ProfileWording },
): WordedLine {
  const full = named(template, { facet: row.facet, words: how.words });
  const read = rowSlot(row, how);
  const line = fillLine(full, read);
  if (line !== undefined) return line;
  const orNameless = (slot: string): ReturnType<typeof read> =>
    fillLine(`{${slot}}`, read)?.slots[slot] ?? how.words.nameless;
  return fillLine(full, orNameless) ?? { template: how.words.nameless, slots: {} };
}

function templateOf(row: ProfileRow, { of, words }: { readonly of: string; readonly words: ProfileWords }): string {
  const { rule, kind } = row;
  if (kind === 'withheld') return wordsOf(words.withheld, rule) ?? words.other;
  // A newer store may hold rules that this version does not know.
  const line = Object.hasOwn(words.line, rule) ? words.line[rule] : words.other;
  return typeof line === 'string' ? line : (wordsOf(line, of) ?? words.other);
}

function detailsOf(
  row: ProfileRow,
  { of, how }: { readonly of: string; readonly how: ProfileWording },
): readonly WordedLine[] {
  const { words } = how;
  const { rule, kind, because, estimate } = row;
  const own = kind === 'withheld' ? [] : (words.details[rule] ?? []);
  const ofCase = words.details[`${rule} ${of}`] ?? [];
  const lines = [...ofCase, ...own].flatMap((template) => fillLine(template, rowSlot(row, how)) ?? []);
  const elicited = estimate?.elicited ? [{ template: words.elicited, slots: {} }] : [];
  const why = because === undefined ? [] : [{ template: words.because[because], slots: {} }];
  return [...why, ...lines, ...elicited];
}

/**
 * A line of the profile in words: what it says, how sure that is, how far it may be off and what a rule of thumb says of
 * the same, or what was not concluded and why.
 *
 * No slot stays open: a detail whose values are not known is left out. Text of the shop or the shopper stays apart.
 *
 * @example
 * const { what, details } = wordRow(row, { words: PROFILE_WORDS_EN, format });
 * plainLine(what); // 'You buy “coffee” about every 9 days.'
 */
export function wordRow(row: ProfileRow, how: ProfileWording): WordedRow {
  const of = row.kind === 'withheld' ? 'withheld' : (CASE_OF[row.rule]?.(row) ?? '');
  return {
    subject: Object.hasOwn(SUBJECT_OF, row.rule) ? SUBJECT_OF[row.rule] : 'done',
    what: lineOf(templateOf(row, { of, words: how.words }), { row, how }),
    details: detailsOf(row, { of, how }),
  };
}
