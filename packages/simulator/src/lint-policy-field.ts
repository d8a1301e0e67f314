import { asJson, canonicalJson, durationMs, meetPolicies, type Policy } from 'tactful/engine';
import { findingAt, shownValue, type Finding } from './lint-finding.js';
import { isFields } from './lint-rule.js';

/** A field of a policy: where it stands, as `inbound.perVisit`, what was given there and what is shipped. */
export interface PolicyField {
  readonly path: string;
  readonly given: unknown;
  readonly usual: unknown;
}

/** Reads one field of a policy: what does not belong there, or else what is looser than shipped. */
export type ReadField = (field: PolicyField) => readonly Finding[];

const found = (rule: string, { path, given }: Omit<PolicyField, 'usual'>, fix: string): Finding =>
  findingAt({ path: 'policy' }, { rule, level: 'error', spotted: [path, given, fix] });

/** A finding of what no policy holds at a path, with what belongs there. */
export function misfit(field: Omit<PolicyField, 'usual'>, belongs: string): Finding {
  return found('policy-schema', field, belongs);
}

/** A finding of what allows more than the shipped policy, with the most that it may. */
export function looser(field: Omit<PolicyField, 'usual'>, most: string): Finding {
  return found('policy-above-norm', field, most);
}

const nested = (path: string, value: unknown): Partial<Policy> =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Partial<Policy>;

const valueIn = (policy: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), policy);

/** P60D and PT1440H are one length, and of two ways to write it neither is the looser one. */
const isSameLength = (one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && durationMs(one) === durationMs(other);

function tightened({ path, given, usual }: PolicyField, kept: unknown): string {
  if (typeof given === 'number') return `${given > Number(usual) ? 'at most' : 'at least'} ${String(usual)}`;
  return typeof given === 'string' ? `at least ${String(usual)}` : shownValue(valueIn(kept, path));
}

/** The engine's own order: what the shipped policy would still tighten is looser than it. */
function looserThanShipped(field: PolicyField): readonly Finding[] {
  const { path, given, usual } = field;
  const [own, shipped] = [nested(path, isSameLength(given, usual) ? usual : given), nested(path, usual)];
  const kept = meetPolicies(own, shipped);
  const tightens = canonicalJson(asJson(kept)) !== canonicalJson(asJson(meetPolicies(own, own)));
  return tightens ? [looser(field, tightened(field, kept))] : [];
}

/** A field that holds one thing, which the engine can tighten. */
export const single =
  (belongs: string, holds: (given: unknown) => boolean): ReadField =>
  (field) =>
    holds(field.given) ? looserThanShipped(field) : [misfit(field, belongs)];

/** The path of a member of a list. */
export const memberPath = (path: string, at: number): string => `${path}[${String(at)}]`;

/** A field that holds a list: the members that do not belong there, each by its place, or else what is found of all of it. */
export const listOf =
  <Each>(
    belongs: { readonly list: string; readonly each: string; readonly holds: (given: unknown) => given is Each },
    find: (field: PolicyField, list: readonly Each[]) => readonly Finding[],
  ): ReadField =>
  (field) => {
    const { path, given } = field;
    if (!Array.isArray(given)) return [misfit(field, belongs.list)];
    const list: readonly unknown[] = given;
    const strays = list.flatMap((each, at) =>
      belongs.holds(each) ? [] : [misfit({ path: memberPath(path, at), given: each }, belongs.each)],
    );
    return strays.length > 0 ? strays : find(field, list.filter(belongs.holds));
  };
