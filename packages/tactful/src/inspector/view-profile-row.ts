import { wordCorrection, wordRow, type ProfileRow, type ShopperAction, type WordedLine } from '../engine/index.js';
import { profileFormat } from './lens-format.js';
import type { LensCommand } from './lens-source.js';
import type { ViewAction, ViewRow, ViewSides } from './lens-view.js';
import { fill, siteText, type Phrase } from './phrase.js';
import type { Wording } from './view-event.js';

/** What lines of the profile are put into words with, and the rows they rest on. */
export interface ProfileLineWording extends Wording {
  readonly key: string;
  readonly currency: string;
  readonly offset: number;
  readonly title: (offerId: string) => string;
  readonly evidence: readonly ViewRow[];
  /** The store that a correction changes; without one a line cannot be corrected. */
  readonly scope?: string;
}

/** A worded line as a phrase: what comes from the site stays apart. */
export function phraseOf({ template, slots }: WordedLine): Phrase {
  const pieces = Object.entries(slots).map(([name, slot]): readonly [string, Phrase] => [
    name,
    'site' in slot ? siteText(slot.site) : [slot.text],
  ]);
  return fill(template, Object.fromEntries(pieces));
}

/** What the lens does for an action; nothing for what is done on the page, or by waiting. */
export function commandOf(action: ShopperAction, scope: string): LensCommand | undefined {
  switch (action.do) {
    case 'forget':
      return action.ids.length === 0 ? undefined : { op: 'forget', scope, ids: action.ids };
    case 'declare':
    case 'task':
    case 'resolve':
      return { op: 'declare', scope, action };
    case 'consent':
    case 'visit':
      return undefined; // done on the page, or by waiting
  }
}

const VISIBLE_CORRECTIONS = 2;

/** Two ways to contradict a line, then the one that removes it, then the rest: three of them are in sight. */
function inOrder(corrections: readonly ShopperAction[]): readonly ShopperAction[] {
  const forgets = corrections.filter((action) => action.do === 'forget');
  const others = corrections.filter((action) => action.do !== 'forget');
  return [...others.slice(0, VISIBLE_CORRECTIONS), ...forgets, ...others.slice(VISIBLE_CORRECTIONS)];
}

function actionsOf({ corrections, rule }: ProfileRow, how: ProfileLineWording): readonly ViewAction[] {
  const { scope, words, format } = how;
  if (scope === undefined) return [];
  const wording = { words: words.profile, format: profileFormat(format, how), rule };
  return inOrder(corrections).flatMap((action) => {
    const command = commandOf(action, scope);
    if (!command) return [];
    // The button stands in the line that it forgets the rows of.
    const label =
      action.do === 'forget' ? [words.you.forgetRows(action.ids.length)] : phraseOf(wordCorrection(action, wording));
    return [{ label, command }];
  });
}

function sidesOf({ sides }: ProfileRow, details: readonly WordedLine[]): ViewSides | undefined {
  const textOf = (name: string): Phrase => {
    const slot = details.find(({ slots }) => Object.hasOwn(slots, name))?.slots[name];
    return slot && 'text' in slot ? [slot.text] : [];
  };
  return (
    sides && {
      says: { text: textOf('says'), level: sides.says },
      does: { text: textOf('does'), level: sides.does },
    }
  );
}

function sureOf({ kind, confidence }: ProfileRow, { words, format }: ProfileLineWording): ViewRow['sure'] {
  // A conclusion that says nothing of how sure it is has 1 here: its sentence says what there is to say.
  if (kind !== 'conclusion' || !(confidence < 1)) return undefined;
  const share = Math.max(0, confidence);
  return { share, text: fill(words.you.sure, { percent: format.percent(share) }) };
}

const PROVENANCE = { observed: 'observed', declared: 'stated', relation: 'announced', concluded: 'concluded' } as const;

/** A fact or conclusion in words, with the rows it rests on and what can be done about it. */
export function viewProfileRow(row: ProfileRow, how: ProfileLineWording): ViewRow {
  const { words, format } = how;
  const { what, details } = wordRow(row, { words: words.profile, format: profileFormat(format, how) });
  const withheld = row.kind === 'withheld';
  // Why nothing was concluded is told at once; what is behind a conclusion when somebody asks.
  const told = withheld ? details.slice(0, 1) : [];
  const sides = sidesOf(row, details);
  const explains = (sides ? details.filter(({ slots }) => !('says' in slots || 'does' in slots)) : details).slice(
    told.length,
  );
  const [only, ...others] = how.evidence;
  const sure = sureOf(row, how);
  const actions = actionsOf(row, how);
  return {
    key: `${how.key} ${row.id}`,
    what: phraseOf(what),
    provenance: withheld ? 'withheld' : PROVENANCE[row.provenance],
    details: [],
    ...(row.kind === 'fact' && only?.when && others.length === 0 ? { when: only.when } : {}),
    ...(told.length > 0 ? { says: told.map(phraseOf) } : {}),
    ...(sure ? { sure } : {}),
    ...(sides ? { sides } : {}),
    ...(actions.length > 0 ? { actions } : {}),
    explains: explains.map(phraseOf),
    evidence: how.evidence,
  };
}
