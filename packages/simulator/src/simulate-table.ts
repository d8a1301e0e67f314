import { currencyExponent } from 'tactful/engine';
import type { PolicySummary } from './simulate-summary.js';
import type { Simulation } from './simulate-run.js';

type Column = readonly [head: string, cell: (summary: PolicySummary, money: (minor: number) => string) => string];

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const COLUMNS: readonly Column[] = [
  ['policy', ({ policy }) => policy],
  ['profit', ({ profit }, money) => money(profit)],
  ['vs silence', ({ incrementalProfit: { mean } }, money) => money(mean)],
  ['95% interval', ({ incrementalProfit: { low, high } }, money) => `${money(low)} to ${money(high)}`],
  ['surplus', ({ surplus }, money) => money(surplus)],
  ['joint', ({ jointValue }, money) => money(jointValue)],
  ['slots', ({ inbound }) => inbound.toFixed(1)],
  ['pushes', ({ outbound }) => outbound.toFixed(1)],
  ['resented', ({ negatives }) => negatives.toFixed(2)],
  ['in quiet', ({ quietHits }) => quietHits.toFixed(2)],
  ['muted', ({ muted }) => percent(muted)],
  ['left', ({ left }) => percent(left)],
  ['trust', ({ trust }) => trust.toFixed(2)],
];

/** A simulation as a table of one screen, 120 columns wide. */
export function simulationLines(simulation: Simulation): readonly string[] {
  const { world, shoppers, seeds, firstSeed, days, privacy, currency, label, policies } = simulation;
  const decimals = currencyExponent(currency);
  const money = (minor: number): string => (minor / 10 ** decimals).toFixed(decimals);
  const rows = policies.map((summary) => COLUMNS.map(([, cell]) => cell(summary, money)));
  const heads = COLUMNS.map(([head]) => head);
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  const seedRange = seeds === 1 ? `seed ${firstSeed}` : `seeds ${firstSeed} to ${firstSeed + seeds - 1}`;
  return [
    `world ${world}: ${shoppers} shoppers x ${seedRange}, ${days} days, privacy mix ${privacy}; ${label}`,
    '',
    line(heads),
    ...rows.map(line),
    '',
    `Per shopper, in ${currency}. Made-up people who react by printed formulas: an order to think about, no effect of`,
    'anything real. Everybody has agreed to be remembered; nobody has allowed tactful to call upon them.',
  ];
}
