// The mocha words of the tests, for the runner of mutants: esbuild injects these names into the tests that it compiles,
// and what they describe is left in a list. A test that waits for its own callback does not exist here.
const tests = (globalThis.testsToRun ??= []);
const titles = [];

export const it = (title, body) => tests.push({ name: [...titles, title].join(' '), body });
it.skip = () => undefined;

export function describe(title, body) {
  titles.push(title);
  body();
  titles.pop();
}
