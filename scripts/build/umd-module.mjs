/** The code of a UMD file as a module of which the library is the default. */
export const umdAsModule = (code) =>
  `const module = { exports: {} };\nconst { exports } = module;\n(function () {\n${code}\n}).call(globalThis);\nexport default module.exports;\n`;

/** papaparse, which is published as UMD only. */
export const UMD_FILES = /[\\/]papaparse[\\/]papaparse(?:\.min)?\.js$/;

/** Makes `import Papa from 'papaparse'` work in a bundle. */
export const umdModules = () => ({
  name: 'umd-modules',
  transform: (code, id) => (UMD_FILES.test(id) ? { code: umdAsModule(code), map: null } : null),
});
