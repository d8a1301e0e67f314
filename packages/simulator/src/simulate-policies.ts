import type { Policy as ContactPolicy } from 'tactful/engine';
import { blastPolicy, cappedPolicy, naivePolicy, silencePolicy } from './policy-simple.js';
import { tactfulPolicy } from './policy-tactful.js';
import type { Policy } from './policy-view.js';
import { votesPolicy, type Votes } from './policy-votes.js';

/** The policies that can be tried; `class` is what a class voted for. */
export const POLICY_NAMES = ['silence', 'blast', 'naive', 'capped', 'tactful', 'class'] as const;

/** One of {@link POLICY_NAMES}. */
export type PolicyName = (typeof POLICY_NAMES)[number];

const SIMPLE: Readonly<Partial<Record<PolicyName, Policy>>> = {
  silence: silencePolicy,
  blast: blastPolicy,
  naive: naivePolicy,
  capped: cappedPolicy,
};

/** A policy by its name. Without votes `class` is silent. */
export function policyNamed(
  name: PolicyName,
  how: { readonly contactPolicy?: ContactPolicy; readonly votes?: Votes } = {},
): Policy {
  const { contactPolicy, votes } = how;
  if (name === 'tactful') return tactfulPolicy(contactPolicy);
  return SIMPLE[name] ?? (votes ? votesPolicy(votes) : silencePolicy);
}
