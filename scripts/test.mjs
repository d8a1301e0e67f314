import { parseArgs } from 'node:util';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { missingPackages, wantedBrowsers } from './browsers.mjs';
import { COUNTED, countLine, countsIn, summed } from './counts.mjs';
import { sourcesUnder } from './files-under.mjs';
import { installPackages } from './install.mjs';
import { main, run, runKept } from './run.mjs';

const APT = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];

/** Installs the browsers that are missing where that is allowed; elsewhere the one line to run is the error. */
async function installBrowsers(browsers) {
  const packages = missingPackages(browsers);
  if (packages.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `browsers are missing; on Debian run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ` +
        `${packages.join(' ')}   (elsewhere set CHROMIUM and FIREFOX to the programs, and BROWSERS to those you have)`,
    );
  }
  console.log(`installing ${packages.join(' ')} ...`);
  // what apt says goes to stderr: this command's output is its results
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 2, 2] };
  await run('apt-get', [...APT, 'update'], options);
  await run('apt-get', [...APT, 'install', '-y', '--no-install-recommends', ...packages], options);
}

const webTests = (browser, files) => ({
  name: `in ${browser}`,
  kind: 'web',
  // Chromium opens two pages at a time; the others open one each.
  beside: browser !== 'chromium',
  run: (show) =>
    runKept('web-test-runner', files.length > 0 ? ['--files', ...files] : [], {
      env: { BROWSERS: browser },
      hidden: COUNTED,
      show,
    }),
});

/** These have the machine to themselves: they look at what happens at the same moment, or build. */
const ALONE = ['csp', 'faults', 'non-interference', 'start'].map((name) => path.join('e2e', `${name}.test.mjs`));

function endToEnd({ browsers, runNodeTests }) {
  const all = sourcesUnder(['e2e'], '.test.mjs');
  const suite = (name, files, concurrency) => ({
    name,
    kind: 'e2e',
    run: () => runNodeTests(files, { concurrency, env: { BROWSERS: browsers.join(',') } }),
  });
  return [
    suite(
      'end to end',
      all.filter((file) => !ALONE.includes(file)),
      2,
    ),
    suite('end to end, one at a time', ALONE, 1),
  ];
}

/** The suites in the order in which they run: the fast ones first. */
async function suites({ browsers, files }) {
  const { nodeTestFiles, runCompiledTests, runNodeTests } = await import('./node-tests.mjs');
  return [
    {
      name: 'in node',
      kind: 'node',
      run: () => runCompiledTests(nodeTestFiles(), { plain: sourcesUnder(['scripts'], '.test.mjs') }),
    },
    ...browsers.map((browser) => webTests(browser, files)),
    ...endToEnd({ browsers, runNodeTests }),
  ];
}

async function counted({ name, run: runSuite }, show = console.log) {
  show(`\n### ${name}`);
  const begun = performance.now();
  const { code, text } = await runSuite(show);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const found = countsIn(text) ?? { passed: 0, failed: 0, skipped: 0 };
  const empty = found.passed + found.failed + found.skipped === 0;
  if (empty) console.log(`${name}: no tests`);
  const failedUncounted = (code !== 0 || empty) && found.failed === 0;
  const counts = failedUncounted ? { ...found, failed: 1 } : found;
  show(`${name}, ${seconds} s: ${countLine(counts)}`);
  return counts;
}

/** Runs suites beside each other; each is shown when it has ended. */
async function countedTogether(suites) {
  const results = suites.map(async (suite) => {
    const lines = [];
    const counts = await counted(suite, (line) => lines.push(line));
    for (const line of lines) console.log(line);
    return counts;
  });
  return Promise.all(results);
}

/** Suites in their order; those that leave a core to another run beside the next of their kind. */
function inSteps(suites) {
  const steps = [];
  for (const suite of suites) {
    const last = steps.at(-1);
    if (suite.beside && last?.[0].beside) last.push(suite);
    else steps.push([suite]);
  }
  return steps;
}

const KINDS = ['node', 'web', 'e2e'];

async function runAll({ kinds, files, build }) {
  const unknown = kinds.find((kind) => !KINDS.includes(kind));
  if (unknown !== undefined) throw new Error(`suite: ${unknown} (known: ${KINDS.join(', ')})`);
  const browsers = wantedBrowsers();
  await installPackages();
  await installBrowsers(browsers);
  if (build) await run('npm', ['run', '--silent', 'build']);
  const chosen = (await suites({ browsers, files })).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
  const results = [];
  for (const step of inSteps(chosen)) {
    results.push(...(step.length > 1 ? await countedTogether(step) : [await counted(step[0])]));
  }
  return summed(results);
}

// npm test [-- node|web|e2e ...] [--files GLOB ...] [--no-build] [--json]: all suites, or the kinds that are named
await main(async () => {
  const { values, positionals: kinds } = parseArgs({
    allowPositionals: true,
    options: {
      files: { type: 'string', multiple: true, default: [] },
      'no-build': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    counts = await runAll({ kinds, files: values.files, build: !values['no-build'] });
  } catch (error) {
    console.error(error.message);
  }
  const ok = counts.failed === 0 && counts.passed > 0;
  console.log(`\n${values.json ? JSON.stringify(counts) : countLine(counts)}`);
  process.exitCode = ok ? 0 : 1;
});
