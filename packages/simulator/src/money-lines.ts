import { currencyExponent } from 'tactful/engine';
import type { ReplayMoney, RuleCost } from './replay-money.js';

/** An amount of minor units with its currency, to as many decimals as that has: `EUR 24.95`, `JPY 25`. */
export function moneyText(minor: number, currency: string): string {
  const digits = currencyExponent(currency);
  const text = (minor / 10 ** digits).toFixed(digits);
  return `${currency} ${/[1-9]/.test(text) ? text : text.replace('-', '')}`;
}

const percent = (share: number | null): string => (share === null ? '' : ` (${(100 * share).toFixed(0)} %)`);
const figure = (name: string, text: string): string => `  ${name.padEnd(22)}${text}`;

function costLine({ reason, times, forgone }: RuleCost, currency: string): string {
  const cost = forgone === null ? 'no rule to lift' : moneyText(forgone, currency);
  return `    ${reason.padEnd(18)}${String(times).padStart(6)}   ${cost}`;
}

/** The money line: what speaking is expected to earn, how often silence won, and what each rule costs. */
export function moneyLines(
  money: ReplayMoney,
  told: { readonly decisions: number; readonly shown: number },
): readonly string[] {
  const { currency, eligible, eligibleSilent, expectedMargin, leftDefault, rules } = money;
  const { value, low, high } = expectedMargin;
  const text = (minor: number): string => moneyText(minor, currency);
  const { decisions, shown } = told;
  return [
    `money line        ${money.basis}`,
    figure('offers', `${String(shown)} of ${String(decisions)} decisions`),
    figure('silences', String(decisions - shown)),
    figure(
      'left the default',
      `${String(leftDefault)} of these${percent(money.leftDefaultShare)}: the shop's own content stood`,
    ),
    figure(
      'something to say',
      `${String(eligible)} chances, on a page of theirs, at which at least one offer passed every rule`,
    ),
    figure('silent all the same', `${String(eligibleSilent)} of these${percent(money.silentShare)}`),
    figure('expected margin', `${text(value)} more than by silence, ${text(low)} to ${text(high)}`),
    figure('', `(${money.interval})`),
    figure('cost of each rule', 'times, and the margin expected with that rule lifted and all others standing'),
    ...rules.map((rule) => costLine(rule, currency)),
  ];
}
