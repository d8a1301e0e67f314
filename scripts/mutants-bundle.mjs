// Compiles the tests that judge the mutants into one program, from the sources with every mutant in them: Stryker runs
// it once in its copy of the sources, and then that program once a mutant.
import { build } from 'esbuild';
import { BUNDLE, judges } from './mutants-config.mjs';

await build({
  stdin: {
    contents: judges()
      .map((file) => `import './${file}';`)
      .join('\n'),
    resolveDir: '.',
  },
  outfile: BUNDLE,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  tsconfig: 'tsconfig.base.json',
  inject: ['scripts/mutants-shim.mjs'],
  ignoreAnnotations: true,
  logLevel: 'warning',
});
