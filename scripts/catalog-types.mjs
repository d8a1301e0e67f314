import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { format, resolveConfig } from 'prettier';
import { main } from './run.mjs';

/** The schema of the catalogue. */
export const SCHEMA = 'packages/tactful/schema/catalog.schema.json';

/** Where the types of the catalogue stand. */
export const TYPES = 'packages/tactful/src/engine/catalog-types.ts';

const WIDTH = 120;
const BANNER = '// Made by `node scripts/catalog-types.mjs` from schema/catalog.schema.json: change that.';

/** What the engine has a type for already, by the file that has it. */
const IMPORTED = {
  BaseRates: './base-rates.js',
  Channel: './statement.js',
  Json: './json.js',
  JsonObject: './json.js',
  LocalText: './local-text.js',
  NeedCycles: './need-cycle.js',
};

/** Definitions that are a rule about a value and no type of their own: what they are in TypeScript. */
const PLAIN = {
  Address: 'string',
  Amount: 'number',
  Area: 'Json',
  BaseRates: 'BaseRates',
  Channel: 'Channel',
  Condition: 'JsonObject',
  Count: 'number',
  Duration: 'string',
  Features: 'JsonObject',
  Image: 'string',
  Language: 'string',
  LocalText: 'LocalText',
  Moment: 'string',
  NeedCycles: 'NeedCycles',
  Ring: 'Json',
  SchemaProduct: 'JsonObject',
  Text: 'string',
  Texts: 'string[]',
  Time: 'string',
};

const nameOf = ($ref) => $ref.replace('#/$defs/', '');

/** A part of the schema without what TypeScript cannot say: conditions between fields, and rules about plain values. */
function typed(node) {
  if (Array.isArray(node)) return node.map(typed);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node;
  const plain = $ref === undefined ? undefined : PLAIN[nameOf($ref)];
  if (plain !== undefined) return { ...rest, tsType: plain };
  // with words of its own beside it a type would be made twice
  if ($ref !== undefined) return { $ref };
  const relations = node.properties ? ['allOf', 'anyOf', 'oneOf'] : [];
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !relations.includes(key) && key !== 'propertyNames')
      .map(([key, each]) => [key, typed(each)]),
  );
}

const withoutPlain = (schema) => ({
  ...schema,
  $defs: Object.fromEntries(Object.entries(schema.$defs).filter(([name]) => !(name in PLAIN))),
});

/** Everything readonly: what was read from a catalogue is never written to. */
const readOnly = (source) =>
  source
    .replace(/^(\s*)(?=(?:[\w$"]+\??|\[k: string\]): )/gm, '$1readonly ')
    .replace(/\[k: string\]/g, '[key: string]')
    .replace(/(: |\()((?:\w+|\([^()]*\))\[\])/g, '$1readonly $2');

/** One line of comment where it fits, at most 120 columns where it does not. */
function comment(indent, text) {
  const one = `${indent}/** ${text} */`;
  if (one.length <= WIDTH) return one;
  const lines = text.split(' ').reduce(
    (all, word) => {
      const last = `${all.at(-1)} ${word}`;
      return last.length <= WIDTH ? [...all.slice(0, -1), last] : [...all, `${indent} * ${word}`];
    },
    [`${indent} *`],
  );
  return [`${indent}/**`, ...lines, `${indent} */`].join('\n');
}

/** The comments short, and a blank line between types. */
const spaced = (source) =>
  source
    .replace(/^( *)\/\*\*\n *\* (.+)\n *\*\/$/gm, (_, indent, text) => comment(indent, text))
    .replace(/^\}\n(?=\/|export)/gm, '}\n\n');

function importsOf(source) {
  const used = Object.keys(IMPORTED).filter((name) => new RegExp(`\\b${name}\\b`).test(source));
  const files = [...new Set(used.map((name) => IMPORTED[name]))].sort();
  return files.map(
    (file) => `import type { ${used.filter((name) => IMPORTED[name] === file).join(', ')} } from '${file}';`,
  );
}

/** The types of the catalogue as they follow from its schema. */
export async function catalogTypes() {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  const source = await compile(typed(withoutPlain(schema)), 'Catalog', {
    bannerComment: '',
    format: false,
    ignoreMinAndMaxItems: true,
  });
  const types = readOnly(source);
  const config = await resolveConfig(TYPES);
  const pretty = await format([BANNER, '', ...importsOf(types), '', types].join('\n'), {
    ...config,
    parser: 'typescript',
  });
  return spaced(pretty);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // node scripts/catalog-types.mjs: writes the types of the catalogue
  await main(async () => writeFileSync(TYPES, await catalogTypes()));
}
