import { activeByHiatus, type PurchaseSummary } from 'tactful/engine';

/** Whether somebody counts as a customer still, by the hiatus rule over the gap that is usual in the cohort. */
export function activeInCohort({ age, lastAt }: PurchaseSummary, medianGapWeeks: number): boolean {
  return activeByHiatus({ since: age - lastAt, gaps: [medianGapWeeks] }) ?? false;
}
