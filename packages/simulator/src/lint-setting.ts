import { DEFAULT_MODEL, DEFAULT_POLICY, type CompiledOffer } from 'tactful/engine';
import { findingAt, type Finding, type Spotted } from './lint-finding.js';
import { isLooser } from './lint-caps.js';
import { isFields, type Fields } from './lint-rule.js';

const asFields = (value: unknown): Fields => (isFields(value) ? value : {});

function spotCaps(path: string, given: unknown, norms: (typeof DEFAULT_POLICY)['sameOffer']): readonly Spotted[] {
  if (given === undefined) return [];
  const fix = norms.map(({ cap, period }) => `at most ${String(cap)} in ${period}`).join(' and ');
  if (!Array.isArray(given) || given.length === 0) return [[path, given, fix]];
  return given.flatMap((each: unknown, index): readonly Spotted[] => {
    const { cap, period } = asFields(each);
    return norms.some((norm) => isLooser({ cap, period }, norm)) ? [[`${path}[${String(index)}]`, each, fix]] : [];
  });
}

function spotMost(path: string, given: unknown, most: number): readonly Spotted[] {
  return typeof given === 'number' && given > most ? [[path, given, `at most ${String(most)}`]] : [];
}

function policyFaults(policy: Fields): readonly Spotted[] {
  const inbound = asFields(policy['inbound']);
  return [
    ...spotMost('inbound.perVisit', inbound['perVisit'], DEFAULT_POLICY.inbound.perVisit),
    ...spotCaps('inbound.caps', inbound['caps'], DEFAULT_POLICY.inbound.caps),
    ...spotMost('interrupt.perVisit', asFields(policy['interrupt'])['perVisit'], DEFAULT_POLICY.interrupt.perVisit),
    ...spotCaps('sameOffer', policy['sameOffer'], DEFAULT_POLICY.sameOffer),
  ];
}

/** The mean margin of what is for sale, in minor units; `undefined` where nothing is. */
function meanMargin(offers: readonly CompiledOffer[]): number | undefined {
  const margins = offers.filter(({ promotional, margin }) => promotional && margin > 0).map(({ margin }) => margin);
  return margins.length > 0 ? margins.reduce((sum, margin) => sum + margin, 0) / margins.length : undefined;
}

function modelFaults(model: Fields, offers: readonly CompiledOffer[]): readonly Spotted[] {
  const { relationshipValue = DEFAULT_MODEL.relationshipValue, lambdaShopper } = model;
  const mean = meanMargin(offers);
  const spotted: Spotted[] = [];
  if (typeof relationshipValue === 'number' && mean !== undefined && relationshipValue < mean)
    spotted.push([
      'relationshipValue',
      relationshipValue,
      `at least the mean margin of what is for sale, ${mean.toFixed(0)}: annoyance costs more than one sale`,
    ]);
  if (typeof lambdaShopper === 'number' && lambdaShopper <= 0)
    spotted.push(['lambdaShopper', lambdaShopper, 'above 0: the shopper counts']);
  return spotted;
}

/**
 * What a policy or a model says that takes the tact out: caps above the shipped norms, a relationship worth less than the
 * mean margin (minor units), a shopper who does not count. Fields that are not there have the shipped values.
 */
export function lintSetting(
  given: { readonly policy?: unknown; readonly model?: unknown },
  offers: readonly CompiledOffer[],
): readonly Finding[] {
  const found = (path: string, rule: string, all: readonly Spotted[]): readonly Finding[] =>
    all.map((spotted) => findingAt({ path }, { rule, level: 'error', spotted }));
  return [
    ...found('policy', 'policy-above-norm', policyFaults(asFields(given.policy))),
    ...(given.model === undefined
      ? []
      : found('model', 'model-without-tact', modelFaults(asFields(given.model), offers))),
  ];
}
