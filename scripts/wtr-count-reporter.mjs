import { countedLine } from './counts.mjs';

function count(suite, counts) {
  for (const { skipped, passed } of suite.tests) counts[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
  for (const inner of suite.suites) count(inner, counts);
}

/** The counts of one file; one that could not load, hung, threw outside its tests or has no tests counts as failed. */
function countsOf({ testResults, passed }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  if (testResults) count(testResults, counts);
  const none = counts.passed + counts.failed + counts.skipped === 0;
  if ((!passed || none) && counts.failed === 0) counts.failed = 1;
  return { counts, none };
}

/** Reporter for @web/test-runner: one line of counts, printed last. A file without tests fails the run. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      const empty = [];
      for (const session of sessions) {
        const { counts, none } = countsOf(session);
        for (const kind of Object.keys(total)) total[kind] += counts[kind];
        if (none && session.passed) empty.push(session.testFile);
      }
      process.on('exit', (code) => {
        for (const file of empty) process.stdout.write(`FAILED ${file}\n  has no tests\n`);
        process.stdout.write(`\n${countedLine(total)}\n`);
        if (code === 0 && total.failed > 0) process.exitCode = 1;
      });
    },
  };
}
