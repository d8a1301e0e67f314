import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { main, run, runSilently } from './run.mjs';

const PUBLISHED = ['packages/tactful', 'packages/simulator'];

const checks = {
  publint: (folder) => run('publint', [folder, '--strict']),
  // the tarball, and not `attw --pack`, which leaves one behind in the package
  async attw(folder) {
    const into = mkdtempSync(path.join(os.tmpdir(), 'tactful-pack-'));
    try {
      const { text } = await runSilently('npm', ['pack', '--ignore-scripts', '--pack-destination', into], {
        cwd: folder,
      });
      const filename = readdirSync(into).find((name) => name.endsWith('.tgz'));
      if (filename === undefined) throw new Error(text);
      await run('attw', [path.join(into, filename), '--profile', 'esm-only', '--format', 'table', '--quiet']);
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  },
};

/** The simulator and the library are one version. */
function sameVersion() {
  const [library, simulator] = PUBLISHED.map((folder) => JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')));
  if (library.version !== simulator.version || simulator.dependencies.tactful !== library.version) {
    throw new Error(`versions differ: tactful ${library.version}, @tactful/simulator ${simulator.version}`);
  }
}

// node scripts/published.mjs publint|attw: checks the packages as they would be published
await main(async () => {
  const [name] = process.argv.slice(2);
  if (!(name in checks)) throw new Error(`usage: published.mjs ${Object.keys(checks).join('|')}`);
  sameVersion();
  for (const folder of PUBLISHED) await checks[name](folder);
});
