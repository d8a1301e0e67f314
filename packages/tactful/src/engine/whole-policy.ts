import { DEFAULT_POLICY, type Policy } from './policy.js';
import { isFields } from './shape.js';

/** What a site may give: fields of a policy, and fields of those that have some. */
export type GivenPolicy = {
  readonly [Field in keyof Policy]?: Policy[Field] extends readonly unknown[] ? Policy[Field] : Partial<Policy[Field]>;
};

const kindOf = (value: unknown): string => Object.prototype.toString.call(value);

/** A value that was given, at any depth with the usual one where there is none of its kind. */
function laidOver(usual: unknown, given: unknown): unknown {
  if (kindOf(given) !== kindOf(usual)) return usual;
  if (!isFields(usual) || !isFields(given)) return given;
  const known = Object.entries(usual).map(([name, value]) => [name, laidOver(value, given[name])]);
  return { ...given, ...Object.fromEntries(known) };
}

/**
 * What a site gave over the shipped policy: `{ inbound: { perVisit: 1 } }` leaves the caps of `inbound` as they are shipped.
 *
 * Where something of another kind was given, the shipped value stands: a policy that could not be read would silence the
 * shop. `tactful check --policy` says what is wrong.
 */
export const wholePolicy = (given: unknown): Policy => laidOver(DEFAULT_POLICY, given) as Policy;
