import path from 'node:path';
import { rollup } from 'rollup';

const SCHEME = 'inline-worker:';
const MARK = `\0${SCHEME}`;

/**
 * Makes `import code from 'inline-worker:./entry.js'` the whole worker, bundled and minified, as a string: what a page
 * starts from a Blob when the worker file cannot be fetched. `plugins` are the ones that bundle that worker.
 */
export function inlineWorker(plugins, treeshake) {
  return {
    name: 'inline-worker',
    resolveId(id, importer) {
      if (!id.startsWith(SCHEME)) return null;
      return MARK + path.resolve(path.dirname(importer), id.slice(SCHEME.length)).replace(/\.js$/, '.ts');
    },
    async load(id) {
      if (!id.startsWith(MARK)) return null;
      const bundle = await rollup({ input: id.slice(MARK.length), plugins, treeshake });
      for (const file of bundle.watchFiles) this.addWatchFile(file);
      const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
      await bundle.close();
      return `export default ${JSON.stringify(output[0].code)};`;
    },
  };
}
