import path from 'node:path';
import { countedLine } from './counts.mjs';

const isFile = ({ name, file }) => file !== undefined && path.resolve(name) === file;
const isSuite = ({ details }) => details?.type === 'suite';

const reason = (error) => (error?.cause?.stack ?? error?.cause ?? error?.stack ?? String(error)).toString();

/**
 * Reporter for `node --test`: each test that failed or was skipped, with the reason, then one line of counts. Suites
 * are not tests; a file that fails outside its tests, or that has none, counts as one that failed.
 */
export default async function* nodeReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type === 'test:pass' && isFile(data)) {
      counts.failed += 1;
      yield `FAILED ${data.name}\n  has no tests\n`;
    } else if (type === 'test:pass' && !isSuite(data)) {
      const left = data.skip !== undefined || data.todo !== undefined;
      counts[left ? 'skipped' : 'passed'] += 1;
      if (left) yield `skipped ${data.name}${typeof data.skip === 'string' && data.skip ? `: ${data.skip}` : ''}\n`;
    } else if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed') {
      counts.failed += 1;
      yield `FAILED ${data.name}\n${reason(data.details.error).replace(/^/gm, '  ')}\n`;
    }
  }
  yield `${countedLine(counts)}\n`;
}
