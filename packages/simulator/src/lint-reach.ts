import { ATTRIBUTE_KINDS, COUNT, meantPath } from './condition-attributes.js';
import { conflictIn, pathsIn } from './condition-conflict.js';
import type { Spotted } from './lint-finding.js';
import { isFields, textsIn, type Fields, type LintContext, type LintedOffer, type OfferRule } from './lint-rule.js';

const capsOf = (frequency: unknown): readonly unknown[] => {
  if (!isFields(frequency)) return [];
  const custom: readonly unknown[] = Array.isArray(frequency['custom']) ? frequency['custom'] : [];
  return [frequency['lifetime'], ...custom.map((each) => (isFields(each) ? each['cap'] : undefined))];
};

const isShut = (frequency: unknown): boolean => capsOf(frequency).includes(0);

/** What a catalogue says of the group with that id. */
export function groupOf(catalog: Fields, id: unknown): Fields | undefined {
  const { groups } = catalog;
  const found: unknown = Array.isArray(groups)
    ? groups.find((each: unknown) => isFields(each) && each['id'] === id)
    : undefined;
  return isFields(found) ? found : undefined;
}

function spotConflict({ compiled }: LintedOffer): readonly Spotted[] {
  const { when } = compiled.offer;
  const path = when === undefined ? undefined : conflictIn(when);
  if (path === undefined) return [];
  const kind = path === '$history' ? COUNT : ATTRIBUTE_KINDS.get(path);
  const never = kind ? `is ${kind.what}, and never all of that` : 'is asked to be two things at once';
  return [['when', when, `a condition that somebody can meet: ${path} ${never}`]];
}

function spotMisspelt({ compiled }: LintedOffer): readonly Spotted[] {
  return [...new Set(pathsIn(compiled.offer.when))].flatMap((path): readonly Spotted[] => {
    const meant = meantPath(path);
    return meant === undefined ? [] : [['when', path, `a path that is known: did you mean ${meant}?`]];
  });
}

function spotPast({ compiled }: LintedOffer, { at }: LintContext): readonly Spotted[] {
  return at !== undefined && compiled.through <= at
    ? [['validThrough', compiled.offer.validThrough, 'a later moment, or leave the offer out']]
    : [];
}

function spotUnusable({ fields }: LintedOffer, { mayInterrupt }: LintContext): readonly Spotted[] {
  const { channels, placements } = fields;
  const named = textsIn(channels);
  const spotted: Spotted[] = [];
  if (Array.isArray(channels) && channels.length === 0)
    spotted.push(['channels', channels, 'at least one channel; left out, every channel']);
  if (named.length > 0 && !mayInterrupt && named.every((channel) => channel === 'banner'))
    spotted.push(['channels', channels, 'a slot beside it: the policy allows nothing that interrupts']);
  if (Array.isArray(placements) && placements.length === 0)
    spotted.push(['placements', placements, 'at least one placement; left out, every placement']);
  return spotted;
}

function spotPurpose({ fields }: LintedOffer, { purposes }: LintContext): readonly Spotted[] {
  if (purposes === undefined) return [];
  return textsIn(fields['needs'])
    .filter((id) => !purposes.has(id))
    .map((id): Spotted => ['needs', id, `a declared purpose: ${[...purposes].join(', ')}`]);
}

function spotShut({ fields }: LintedOffer, { catalog }: LintContext): readonly Spotted[] {
  const group = groupOf(catalog, fields['group']);
  const spotted: Spotted[] = [];
  if (isShut(fields['frequency'])) spotted.push(['frequency', fields['frequency'], 'caps of 1 or more, or no offer']);
  if (isShut(group?.['frequency'])) spotted.push(['group', fields['group'], 'a group whose caps are 1 or more']);
  return spotted;
}

function spotNoGroup({ fields }: LintedOffer, { catalog }: LintContext): readonly Spotted[] {
  const { group, suppress } = fields;
  if (group === undefined && isFields(suppress) && suppress['scope'] === 'group')
    return [['suppress.scope', 'group', 'a group, in group, that it silences']];
  return catalog['groups'] !== undefined && group !== undefined && groupOf(catalog, group) === undefined
    ? [['group', group, 'a group that the catalogue has in groups']]
    : [];
}

/** An offer that nobody can ever be shown is a mistake. */
export const REACH_RULES: readonly OfferRule[] = [
  { rule: 'never-true', level: 'error', spot: spotConflict },
  { rule: 'misspelt-path', level: 'warning', spot: spotMisspelt },
  { rule: 'past', level: 'error', spot: spotPast },
  { rule: 'nowhere', level: 'error', spot: spotUnusable },
  { rule: 'unknown-purpose', level: 'error', spot: spotPurpose },
  { rule: 'capped-out', level: 'error', spot: spotShut },
  { rule: 'unknown-group', level: 'warning', spot: spotNoGroup },
];
