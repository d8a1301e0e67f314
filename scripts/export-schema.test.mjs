// The schema of the export against what it describes: the golden files, the reader that an import runs, the package.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { build } from 'esbuild';

const SCHEMA = 'packages/tactful/schema/export.schema.json';
const GOLDEN = 'packages/tactful/test/golden';
const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false });
const golden = (name) => JSON.parse(readFileSync(`${GOLDEN}/${name}`, 'utf8'));

/** The reader as a worker has it. */
async function reader() {
  const { outputFiles } = await build({
    entryPoints: [path.resolve('packages/tactful/src/worker/read-export.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const field = (key, ...values) =>
  values.map((value) => [`${key}: ${JSON.stringify(value)}`, (each) => ({ ...each, [key]: value })]);
const without = (key) => [
  `no ${key}`,
  (each) => Object.fromEntries(Object.entries(each).filter(([other]) => other !== key)),
];
const first = (list, spoil) => (document) => ({
  ...document,
  [list]: document[list].map((each, n) => (n === 0 ? spoil(each) : each)),
});

const ERASURE = { id: 'e', at: 1 };
const IN_ERASURES = [
  ...field('id', '', 5, 'x'.repeat(201)),
  ...field('at', 'x', null, 9e15),
  ...field('ids', 'x', [5], ['']),
  ...field('ranges', {}, [{}], [{ replica: 'a', from: -1, to: 1 }], [{ replica: 'a', from: 0, to: 1, more: 1 }]),
  ...field(
    'unseen',
    {},
    [{}],
    [{ before: 1, facet: 'name', digest: 'aa' }],
    [{ before: 1, facet: 'item', digest: 'A' }],
  ),
  ...field('before', 'x', null),
  ...field('more', 1),
];
const IN_ROWS = [
  ...['id', 'at', 'name', 'origin', 'purpose', 'params', 'v'].map(without),
  ...field('id', '', 5, 'a', 'a:b', `${'x'.repeat(200)}:1`),
  ...field('at', 'x', null, 9e15),
  ...field('offset', 0.5, 841, 'x', null),
  ...field('name', 5, ''),
  ...field('origin', 'heaven', 5),
  ...field('purpose', 5, '', 'x'.repeat(201)),
  ...field('params', 5, [], null, { a: {} }, { a: [] }, { items: {} }, { items: [5] }, { items: [{ a: {} }] }),
  ...field('v', 2, '1'),
  ...field('source', '', 5, 'x'.repeat(201)),
  ...field('more', 1),
];
/** Refused by the schema and by the reader. */
const FAULTS = [
  ...'format v exportedAt scope consent events erasures decisions ledger profile'.split(' ').map(without),
  ...field('format', 'tactful', 5),
  ...field('v', 0, 2, '1'),
  ...field('exportedAt', 'x', null),
  ...field('scope', '', 'A', 5, '-a'),
  ...['consent', 'events', 'erasures', 'decisions', 'ledger'].flatMap((key) => field(key, {}, 5, null)),
  ...field('made', 5, {}, { lineage: 'abcd' }, { lineage: 'ABCD', epoch: 1 }, { lineage: 'abcd', epoch: -1 }),
  ...field('made', { lineage: 'abcd', epoch: 1, more: 1 }),
  ...field('more', 1),
  ...IN_ROWS.map(([title, spoil]) => [`a row, ${title}`, first('events', spoil)]),
  ...IN_ERASURES.map(([title, spoil]) => [
    `an erasure, ${title}`,
    (document) => ({ ...document, erasures: [spoil(ERASURE)] }),
  ]),
];
/** Where the reader asks for more than a schema can say. */
const STRICTER = [
  ['a name that is no event', first('events', (row) => ({ ...row, name: 'telepathy' }))],
  [
    'a range that ends before it begins',
    (document) => ({ ...document, erasures: [{ ...ERASURE, ranges: [{ replica: 'a', from: 2, to: 1 }] }] }),
  ],
  [
    'an amount with decimals',
    first('events', (row) => ({ ...row, params: { items: [{ item_id: 'a', price: 0.5 }] } })),
  ],
];

describe('the schema of the export', () => {
  let read;
  const document = golden('export-1.json');
  const accepts = ajv.compile(schema);
  const reads = (value) => 'reading' in read(JSON.stringify(value));

  before(async () => {
    ({ readExport: read } = await reader());
  });

  it('[R57] is published with the package, and a sound schema', () => {
    const { exports, files } = JSON.parse(readFileSync('packages/tactful/package.json', 'utf8'));
    assert.equal(exports['./export.schema.json'], './schema/export.schema.json');
    assert.ok(files.includes('schema'));
    assert.ok(ajv.validateSchema(schema));
  });

  it('[R57] accepts every golden file', () => {
    for (const name of ['export-1.json', 'export-1-sealed.json']) {
      assert.ok(accepts(golden(name)), JSON.stringify(accepts.errors));
    }
    assert.ok(reads(document));
  });

  it('[R57] refuses every single fault, as the reader does', () => {
    const accepted = FAULTS.flatMap(([title, spoil]) => [
      ...(accepts(spoil(document)) ? [`by the schema, ${title}`] : []),
      ...(reads(spoil(document)) ? [`by the reader, ${title}`] : []),
    ]);
    assert.deepEqual(accepted, []);
    assert.ok(FAULTS.length > 80);
  });

  it('[R57] is looser than the reader only where that is listed', () => {
    for (const [title, spoil] of STRICTER) {
      assert.ok(accepts(spoil(document)), `the schema refuses ${title}: list it among the faults`);
      assert.ok(!reads(spoil(document)), `the reader accepts ${title}`);
    }
  });

  it('[R57] refuses a sealed file with a weaker seal', () => {
    const sealed = golden('export-1-sealed.json');
    for (const change of [{ iterations: 599_999 }, { cipher: 'none' }, { iv: 'AAAA' }, { more: 1 }, { data: 5 }])
      assert.ok(!accepts({ ...sealed, ...change }), JSON.stringify(change));
  });

  it('[R57] planted fault: a schema that lost a rule is seen', () => {
    const looser = structuredClone(schema);
    looser.$defs.Row.additionalProperties = true;
    const lax = new Ajv({ strict: false }).compile(looser);
    const spoilt = first('events', (row) => ({ ...row, more: 1 }))(document);
    assert.ok(lax(spoilt));
    assert.ok(!reads(spoilt));
  });
});
