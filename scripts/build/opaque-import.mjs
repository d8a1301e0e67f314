/**
 * Marks an `import()` of an address that is known only when it runs, so that the bundler of whoever uses the library leaves
 * it alone. The comments that say so do not outlive minifying; this comes after it.
 */
export const opaqueImport = () => ({
  name: 'opaque-import',
  renderChunk: (code) => code.replace(/\bimport\((?=\w+\))/g, 'import(/*@vite-ignore*//*webpackIgnore:true*/'),
});
