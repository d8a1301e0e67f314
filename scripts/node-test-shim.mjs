// The mocha words of the tests, over node:test: esbuild injects these names into the tests that it compiles for Node.
import * as node from 'node:test';

class Skip extends Error {}

const context = {
  skip: () => {
    throw new Skip('skipped');
  },
  timeout: () => context,
  slow: () => context,
};

const called = (body) =>
  body.length === 0
    ? body.call(context)
    : new Promise((resolve, reject) => {
        body.call(context, (error) => (error ? reject(error) : resolve()));
      });

const guarded = (body) => async (test) => {
  try {
    await called(body);
  } catch (error) {
    if (!(error instanceof Skip)) throw error;
    test.skip?.();
  }
};

const testWith = (run) => (title, body) => run(title, body ? guarded(body) : undefined);
const suiteWith = (run) => (title, body) => run(title, () => body.call(context));

export const it = Object.assign(testWith(node.it), { skip: testWith(node.it.skip), only: testWith(node.it.only) });
export const describe = Object.assign(suiteWith(node.describe), {
  skip: suiteWith(node.describe.skip),
  only: suiteWith(node.describe.only),
});
export const before = (body) => node.before(() => called(body));
export const after = (body) => node.after(() => called(body));
export const beforeEach = (body) => node.beforeEach(() => called(body));
export const afterEach = (body) => node.afterEach(() => called(body));
