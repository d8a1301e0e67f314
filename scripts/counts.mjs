/** The counts of a suite, as every runner here prints them: one line, alone. */
export const countLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Fits that line, which is for the sum and not for the reader. */
export const COUNTED = /^counted: /;

const LINE = /^counted: (\d+) passed, (\d+) failed, (\d+) skipped$/m;

/** The line that a reporter prints for `countsIn` to find. */
export const countedLine = (counts) => `counted: ${countLine(counts)}`;

/** The counts in what a runner printed; nothing when it died before it could count. */
export function countsIn(text) {
  const [, passed, failed, skipped] = LINE.exec(text)?.map(Number) ?? [];
  return passed === undefined ? undefined : { passed, failed, skipped };
}

export const summed = (all) =>
  all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
