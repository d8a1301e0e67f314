/** The code of a UMD file as a module of which the library is the default. */
export const umdAsModule = (code) =>
  `const module = { exports: {} };\nconst { exports } = module;\n(function () {\n${code}\n}).call(globalThis);\nexport default module.exports;\n`;

/** Makes `import Papa from 'papaparse'` work in a bundle: papaparse is published as UMD only. */
export const umdModules = () => ({
  name: 'umd-modules',
  transform: (code, id) =>
    /\/papaparse\/papaparse(?:\.min)?\.js$/.test(id) ? { code: umdAsModule(code), map: null } : null,
});
