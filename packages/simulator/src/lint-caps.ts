import { DAY_MS, DEFAULT_POLICY, durationMs, type Cap } from 'tactful/engine';
import type { Spotted } from './lint-finding.js';
import { groupOf } from './lint-reach.js';
import { isFields, type LintContext, type LintedOffer, type OfferRule } from './lint-rule.js';

/**
 * Whether a cap lets more through than a norm does: in a window as long as the norm's or shorter more than the norm,
 * in a longer one more than the norm in proportion.
 */
export function isLooser(cap: { readonly cap: unknown; readonly period: unknown }, norm: Cap): boolean {
  const window = durationMs(String(cap.period)) ?? Infinity;
  const normal = durationMs(norm.period) ?? DAY_MS;
  return typeof cap.cap === 'number' && cap.cap > norm.cap * Math.max(1, window / normal);
}

function looseCaps(frequency: unknown, norms: readonly Cap[]): readonly unknown[] {
  const custom: unknown = isFields(frequency) ? frequency['custom'] : undefined;
  if (!Array.isArray(custom)) return [];
  return custom.filter(
    (each: unknown) =>
      isFields(each) && norms.some((norm) => isLooser({ cap: each['cap'], period: each['period'] }, norm)),
  );
}

const normText = (norms: readonly Cap[]): string =>
  norms.map(({ cap, period }) => `${String(cap)} in ${period}`).join(' and ');

function spotLoose(offer: LintedOffer, { catalog }: LintContext): readonly Spotted[] {
  const { group, frequency } = offer.fields;
  const { sameOffer, inbound } = DEFAULT_POLICY;
  const own = looseCaps(frequency, sameOffer);
  const shared = looseCaps(groupOf(catalog, group)?.['frequency'], inbound.caps);
  return [
    ...own.map((cap): Spotted => ['frequency', cap, `at most ${normText(sameOffer)}, which holds anyway`]),
    ...shared.map((cap): Spotted => ['group', cap, `at most ${normText(inbound.caps)}, which holds anyway`]),
  ];
}

/** Caps may only tighten what is shipped. */
export const CAP_RULES: readonly OfferRule[] = [{ rule: 'cap-above-norm', level: 'warning', spot: spotLoose }];
