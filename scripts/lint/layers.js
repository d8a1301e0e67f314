// The layers, once: which files of the layers below a layer may import, and which packages. References between the
// tsconfigs are transitive, so the compiler alone would let a layer skip another.

const OWN = 'packages/tactful/src';

/** `layer` means any file of it, `layer/file` that one; `lazily` lists what only `import()` may reach. */
export const LAYERS = {
  engine: { layers: [], packages: [] },
  storage: { layers: ['engine'], packages: ['idb'] },
  worker: { layers: ['storage', 'engine'], packages: ['comlink', 'idb'] },
  client: {
    layers: [
      'worker/protocol',
      'storage/(?:append|open-note)',
      'engine/(?:channels|event|statement|word-account|json|afterglow|moment-signal|presence)',
    ],
    lazily: [
      'worker/(?:host|later)',
      'engine/(?:compile-catalog|event-aliases|next-good-moment|outbound-intent|profile|second-look|words-(?:en|nl))',
    ],
    packages: ['comlink', '@turf/boolean-point-in-polygon'],
  },
  elements: { layers: ['client'], packages: ['lit'] },
  inspector: {
    layers: [
      'elements/(?:index|texts|closest-lang)',
      'client/(?:index|read-page)',
      'storage/(?:index|guards|is-meta)',
      'engine/index',
    ],
    packages: ['lit'],
  },
};

const path = (allowed) => (allowed.includes('/') ? `${allowed}\\.js$` : `${allowed}/`);
const oneOf = (parts) => (parts.length > 0 ? `(?!${parts.join('|')})` : '');

/** Fits the relative addresses of layers that are not allowed. */
const forbiddenLayers = (allowed) => `^(?:\\.\\./)+${oneOf(allowed.map(path))}(?:${Object.keys(LAYERS).join('|')})/`;
/** Fits package names that are not allowed. `inline-worker:` is an address that the build understands. */
const forbiddenPackages = (allowed) => `^${oneOf([...allowed.map((name) => `${name}(?:/|$)`), 'inline-worker:'])}[^.]`;

const UNSAFE = {
  regex: 'unsafe-(?:html|svg|mathml|css)',
  message: 'text from a page or a catalogue would become markup',
};

const dynamic = ({ regex, message }) => ({
  selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\/')}/]`,
  message,
});

const layerPatterns = (layer, allowed) => ({
  regex: forbiddenLayers(allowed),
  message: `${layer} may not import this (the table is in scripts/lint/layers.js)`,
});

function rulesOf(layer, { test }) {
  const names = Object.keys(LAYERS);
  const { lazily = [], packages, ...table } = LAYERS[layer];
  // a test may look into every layer below, to see there what its own layer did
  const layers = test ? names.slice(0, names.indexOf(layer)) : table.layers;
  const outside = test ? [] : [{ regex: forbiddenPackages(packages), message: `${layer} may not use this package` }];
  const patterns = [layerPatterns(layer, layers), ...outside, UNSAFE];
  const lazy = [layerPatterns(layer, [...layers, ...lazily]), ...outside, UNSAFE];
  return { patterns, lazy };
}

/** What the folders outside the library may import: its entries, as any other user. */
const USERS = {
  'packages/simulator': '^(?:\\.\\./)+(?:\\.\\./)*(?:tactful|playground|extension)/|^tactful(?!/engine$)',
  playground: '^(?:\\.\\./)+(?:packages|extension)/|^tactful/(?!(?:elements|engine|inspector)$)',
  extension: '^(?:\\.\\./)+(?:packages|playground)/|^tactful/(?!(?:elements|engine|inspector)$)',
};

const restricted = ({ files, ignores, patterns, lazy, syntax }) => ({
  files,
  ...(ignores ? { ignores } : {}),
  rules: {
    'no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': ['error', ...syntax, ...lazy.map(dynamic)],
  },
});

/**
 * The import rules of every layer and workspace, as ESLint configurations. `syntax` and `testSyntax` are what else
 * `no-restricted-syntax` forbids, since a later configuration of a rule replaces an earlier one.
 */
export function importRules({ syntax, testSyntax }) {
  const tests = '**/*.test.ts';
  const layers = Object.keys(LAYERS).flatMap((layer) => {
    const files = [`${OWN}/${layer}/**/*.ts`];
    const engine = layer === 'engine' ? IMPURE_SYNTAX : [];
    return [
      restricted({ files, ignores: [tests], ...rulesOf(layer, { test: false }), syntax: [...syntax, ...engine] }),
      restricted({
        files: [`${files}`.replace('*.ts', '*.test.ts')],
        ...rulesOf(layer, { test: true }),
        syntax: testSyntax,
      }),
    ];
  });
  const users = Object.entries(USERS).flatMap(([folder, regex]) => {
    const patterns = [{ regex, message: `${folder} uses the published entries only` }, UNSAFE];
    const common = { patterns, lazy: patterns };
    return [
      restricted({ files: [`${folder}/**/*.ts`], ignores: [tests], ...common, syntax }),
      restricted({ files: [`${folder}/**/*.test.ts`], ...common, syntax: testSyntax }),
    ];
  });
  return [...layers, ...users];
}

// Functions of Math whose last bits differ between browser engines; sqrt, floor, abs, min and the like are exact.
const INEXACT =
  'exp expm1 log log1p log2 log10 pow cbrt hypot sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh'.split(
    ' ',
  );

const IMPURE_SYNTAX = [
  { selector: "NewExpression[callee.name='Date'], CallExpression[callee.name='Date']", message: 'time is given' },
  {
    selector: "BinaryExpression[operator='**'], AssignmentExpression[operator='**=']",
    message: 'not exact everywhere',
  },
  { selector: 'MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]', message: 'differs by locale' },
];

/** What keeps the engine pure beyond its `lib`: no time, no chance, no arithmetic that differs between browsers. */
export const pureRules = {
  files: [`${OWN}/engine/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'time is given' },
      { object: 'Date', property: 'parse', message: 'differs by browser' },
      { object: 'Math', property: 'random', message: 'chance is given' },
      ...INEXACT.map((property) => ({ object: 'Math', property, message: 'not exact everywhere: use dmath' })),
    ],
    'no-restricted-globals': ['error', 'console', 'performance', 'crypto', 'Intl', 'setTimeout', 'fetch'],
  },
};
