import { DEFAULT_MODEL, type CompiledOffer } from 'tactful/engine';
import { findingAt, type Finding, type Spotted } from './lint-finding.js';
import { lintPolicy } from './lint-policy.js';
import { isFields, type Fields } from './lint-rule.js';

const asFields = (value: unknown): Fields => (isFields(value) ? value : {});

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
 * What a policy or a model says that takes the tact out: a field of the policy that is looser than shipped, a relationship
 * worth less than the mean margin (minor units), a shopper who does not count. Fields that are not there have the shipped
 * values.
 */
export function lintSetting(
  given: { readonly policy?: unknown; readonly model?: unknown },
  offers: readonly CompiledOffer[],
): readonly Finding[] {
  const model = given.model === undefined ? [] : modelFaults(asFields(given.model), offers);
  return [
    ...lintPolicy(given.policy),
    ...model.map((spotted) => findingAt({ path: 'model' }, { rule: 'model-without-tact', level: 'error', spotted })),
  ];
}
