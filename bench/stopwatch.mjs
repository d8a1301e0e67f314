/** A page served with these has a fine clock: without them a browser's goes by a tenth of a millisecond. */
export const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** The middle of the sorted values. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** A time in words. */
export const ms = (value) => `${value.toFixed(2)} ms`;

/** How long a function takes, in milliseconds: the median of several rounds after two that warm it up. */
export function timed(work, { rounds = 9, prepare = () => undefined } = {}) {
  const times = [];
  for (let round = -2; round < rounds; round++) {
    const given = prepare();
    const begun = performance.now();
    work(given);
    if (round >= 0) times.push(performance.now() - begun);
  }
  return median(times);
}

/** The value below which so great a part of the values lies, 0 to 1. */
export const quantile = (values, part) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)];
