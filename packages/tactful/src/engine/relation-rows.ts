import {
  conclusionRow,
  factRow,
  withheldRow,
  type ProfileRead,
  type ProfileRow,
  type ProfileRows,
} from './profile-row.js';
import { promiseState } from './promise.js';
import { plausibleTypes, readRelationship, type RelationshipBase } from './relationship.js';
import type { ShopperAction } from './statement.js';
import { suggestionState } from './suggestion.js';
import { weFeeling, weFeelingInterval } from './we-feeling.js';

/** Less than half a feature's worth of observation is not worth a line; elicited. */
const WORTH_A_LINE = 0.5;

function baseOf({ folded, catalog, model, now }: ProfileRead): RelationshipBase {
  return { folded, catalog, types: model.relationships, at: now.at };
}

/** One tap chooses another type, or none; the rows can be removed. */
function corrections(
  { types }: RelationshipBase,
  given: { readonly but: string | undefined; readonly evidence: readonly string[] },
): readonly ShopperAction[] {
  const choice = (type: string | null): ShopperAction => ({ do: 'declare', statement: { kind: 'relationship', type } });
  return [
    ...types.filter(({ id }) => id !== given.but).map(({ id }) => choice(id)),
    choice(null),
    { do: 'forget', ids: given.evidence },
  ];
}

function saidRows(read: ProfileRead): readonly ProfileRow[] {
  const base = baseOf(read);
  const { saidRelationship: said } = read.folded;
  const { stated } = readRelationship(base);
  if (said === undefined || stated === undefined) return [];
  const evidence = [said.id];
  return [
    factRow({
      rule: 'said_relationship',
      facet: 'relationship',
      value: stated,
      provenance: 'declared',
      evidence,
      corrections: corrections(base, { but: stated, evidence }),
    }),
  ];
}

/** What the shopper chose, and what stands between them and the shop: promises and suggestions, each with its state as facet. */
export const relationFactRows: ProfileRows = (read) => {
  const { folded, now } = read;
  const level = { open: 0, acknowledged: 0, kept: 1, followed: 1, broken: -1 };
  return [
    ...saidRows(read),
    ...[...folded.promises].map(([value, promised]) => {
      const state = promiseState(promised, now.at);
      return factRow({
        rule: 'promise',
        facet: state,
        value,
        level: level[state],
        provenance: 'relation',
        evidence: promised.rows,
        ...(promised.due === undefined ? {} : { estimate: { value: promised.due, unit: 'moment' as const } }),
      });
    }),
    ...[...folded.suggestions].map(([value, suggested]) => {
      const state = suggestionState(suggested);
      return factRow({
        rule: 'suggestion',
        facet: state,
        value,
        level: level[state],
        provenance: 'relation',
        evidence: suggested.rows,
      });
    }),
  ];
};

/** What the scorecard says, also where the shopper chose for themselves: the two stand side by side. */
function scorecardRows(read: ProfileRead): readonly ProfileRow[] {
  const base = baseOf(read);
  const { scorecard, observed, few, seems, stated } = readRelationship(base);
  if (observed < WORTH_A_LINE) return [];
  const evidence = [...read.folded.habitRows];
  const about = {
    rule: 'relationship' as const,
    facet: 'relationship',
    weight: observed,
    evidence,
    corrections: corrections(base, { but: stated, evidence }),
  };
  const { plausibilities } = scorecard;
  if (seems === undefined) {
    const value = plausibleTypes(plausibilities).join(' ');
    return [withheldRow({ ...about, value, because: few ? 'few' : 'unsure' })];
  }
  const p = plausibilities.find((each) => each.type === seems)?.p ?? 0;
  return [
    conclusionRow({
      ...about,
      value: seems,
      confidence: p,
      estimate: { value: p, unit: 'probability', elicited: true },
    }),
  ];
}

function weFeelingRows({ folded, now }: ProfileRead): readonly ProfileRow[] {
  const feeling = weFeeling(folded, now.at);
  const { value, good, bad, evidence } = feeling;
  if (evidence.length === 0) return [];
  return [
    conclusionRow({
      rule: 'we_feeling',
      facet: 'relation',
      value: 'we_feeling',
      weight: good + bad,
      confidence: (good + 2 * bad) / (good + 2 * bad + 4),
      evidence,
      estimate: { value, unit: 'index', ...weFeelingInterval(feeling), elicited: true },
    }),
  ];
}

/** What is concluded about the relation: a plausible type, or why none; and how good it is. */
export const relationRows: ProfileRows = (read) => [...scorecardRows(read), ...weFeelingRows(read)];
