import { expect } from 'chai';
import { cohortOf, cohortOfSummary } from './cohort.js';

const rows = [
  { customer: 'a', day: 100, value: 10 },
  { customer: 'a', day: 114, value: 3 },
  { customer: 'a', day: 114, value: 4 },
  { customer: 'a', day: 128, value: 9 },
  { customer: 'b', day: 107, value: 5 },
  { customer: 'c', day: 125, value: 5 },
];

describe('a cohort', () => {
  it('[S19] days count once, the first starts the clock, times are weeks, the mean is over repeat days', () => {
    expect(cohortOf(rows)).to.deep.equal({
      customers: [
        { repeats: 2, lastAt: 4, age: 4, mean: 8 },
        { repeats: 0, lastAt: 0, age: 3 },
        { repeats: 0, lastAt: 0, age: 3 / 7 },
      ],
      spanWeeks: 4,
      laterWeeks: 0,
      medianGapWeeks: 2,
    });
  });

  it('[S19] what comes after the end is only counted, and who comes first after it is no customer yet', () => {
    expect(cohortOf([...rows].reverse(), { until: 121 })).to.deep.equal({
      customers: [
        { repeats: 0, lastAt: 0, age: 2, later: 0 },
        { repeats: 1, lastAt: 2, age: 3, mean: 7, later: 1, laterMean: 9 },
      ],
      spanWeeks: 3,
      laterWeeks: 1,
      medianGapWeeks: 2,
    });
  });

  it('[S19] a summary is a cohort whose gaps are the mean gaps of its customers', () => {
    const summary = [
      { repeats: 2, lastAt: 8, age: 10 },
      { repeats: 1, lastAt: 2, age: 12 },
      { repeats: 0, lastAt: 0, age: 5 },
    ];
    expect(cohortOfSummary(summary)).to.deep.equal({
      customers: summary,
      spanWeeks: 12,
      laterWeeks: 0,
      medianGapWeeks: 3,
    });
  });
});
