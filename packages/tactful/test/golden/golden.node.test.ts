import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DEFAULT_MODEL, compileCatalog, foldLog } from '../../src/engine/index.js';
import { seal, unseal } from '../../src/client/seal.js';
import type { ExportDocument } from '../../src/worker/protocol.js';
import { CARRIED_AT, carrierWith, newCarrier, type Carrier } from '../carried.js';
import { gardenCatalog } from '../garden-catalog.js';
import { bytesOf } from '../laws/bytes-of.js';

const FOLDER = 'packages/tactful/test/golden';
const PASSPHRASE = 'de kaas is naar de maan gegaan';

const golden = (name: string): string => readFileSync(`${FOLDER}/${name}`, 'utf8');
const documentOf = (text: string): ExportDocument => JSON.parse(text) as ExportDocument;
const sealedIn = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

/** The profile as a fold of what a device holds, without the row that tells of the import. */
async function profileOf(carrier: Carrier): Promise<string> {
  const { events } = documentOf(await carrier.export());
  const rows = events.filter(({ name }) => name !== 'log_imported');
  const catalog = compileCatalog(gardenCatalog, DEFAULT_MODEL);
  return bytesOf(foldLog(rows, { catalog, model: DEFAULT_MODEL, wearHalfLifeDays: 7 }));
}

describe('golden files of the export', () => {
  it('[R57] the first format is read: every row and erasure, byte by byte', async () => {
    const text = golden('export-1.json');
    const { events, erasures } = documentOf(text);
    const device = await carrierWith([]);
    expect(await device.import(text)).to.deep.equal({
      at: CARRIED_AT.at,
      added: events.length,
      known: 0,
      removed: 0,
      refused: {},
    });
    const held = documentOf(await device.export());
    expect(JSON.stringify(held.events.filter(({ name }) => name !== 'log_imported'))).to.equal(JSON.stringify(events));
    expect(JSON.stringify(held.erasures)).to.equal(JSON.stringify(erasures));
    expect(events.length).to.be.at.least(8);
    expect(erasures.length).to.be.at.least(3);
  });

  it('[R57] makes the profile that it made then', async () => {
    const device = await carrierWith([]);
    await device.import(golden('export-1.json'));
    const source = await carrierWith(documentOf(golden('export-1.json')).events);
    expect(await profileOf(device)).to.equal(await profileOf(source));
  });

  it('[R57] the sealed one opens with its passphrase to the very same document, and with no other', async () => {
    const sealed = sealedIn(golden('export-1-sealed.json'));
    expect(sealed['iterations']).to.be.at.least(600_000);
    expect(await unseal(sealed, PASSPHRASE)).to.equal(golden('export-1.json').trimEnd());
    const wrong = await unseal(sealed, `${PASSPHRASE}.`).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(wrong).to.include({ name: 'TactfulError', code: 'PASSPHRASE_WRONG' });
    expect(String(wrong)).not.to.contain(PASSPHRASE);
  });

  it('[R57] an older reader would refuse the next version by its name', async () => {
    const next = golden('export-1.json').replace('"v":1,', '"v":2,');
    const device = await newCarrier();
    const failure = await device.import(next).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(failure).to.include({ code: 'EXPORT_NEWER' });
  });
});

describe('sealing', () => {
  it('[R58] opens to the text that was sealed, whatever it holds, and twice the same text looks different', async () => {
    const text = '{"empty":"","signs":"\u{1F33B} é \\ud800","zero":-0}';
    const [one, other] = [await seal(text, PASSPHRASE), await seal(text, PASSPHRASE)];
    expect(await unseal({ ...one }, PASSPHRASE)).to.equal(text);
    expect([one.salt, one.iv, one.data]).not.to.deep.equal([other.salt, other.iv, other.data]);
    expect(one.salt).not.to.equal(other.salt);
    expect(JSON.stringify(one)).not.to.contain('signs');
    // typed elsewhere, an é may be two code points
    expect(await unseal({ ...(await seal('x', 'caf\u00e9 au lait')) }, 'cafe\u0301 au lait')).to.equal('x');
  });

  it('[R58] a changed byte anywhere, in the header too, and it does not open', async () => {
    const sealed = await seal('{"a":1}', PASSPHRASE);
    const turned = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
    const changes: readonly (readonly [object, string])[] = [
      [{ data: turned(sealed.data) }, 'PASSPHRASE_WRONG'],
      [{ data: sealed.data.slice(0, -4) }, 'PASSPHRASE_WRONG'],
      [{ data: '' }, 'PASSPHRASE_WRONG'],
      [{ salt: turned(sealed.salt) }, 'PASSPHRASE_WRONG'],
      [{ iv: turned(sealed.iv) }, 'PASSPHRASE_WRONG'],
      [{ iterations: 600_001 }, 'PASSPHRASE_WRONG'],
      [{ iterations: 1000 }, 'IMPORT_INVALID'],
      [{ iterations: 1e9 }, 'IMPORT_INVALID'],
      [{ cipher: 'none' }, 'IMPORT_INVALID'],
      [{ kdf: 'none' }, 'IMPORT_INVALID'],
      [{ salt: 'no base64!' }, 'IMPORT_INVALID'],
      [{ v: 2 }, 'EXPORT_NEWER'],
      [{ v: '1' }, 'IMPORT_INVALID'],
    ];
    for (const [change, code] of changes) {
      const failure = await unseal({ ...sealed, ...change }, PASSPHRASE).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure, JSON.stringify(change).slice(0, 60)).to.include({ name: 'TactfulError', code });
    }
  });

  it('[R58] asks for a passphrase of at least 8 characters, and never repeats it', async () => {
    for (const short of ['', 'kort', 'zeven77', 12_345_678]) {
      const failure = await seal('x', short).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure).to.include({ code: 'CONFIG_INVALID', path: 'passphrase' });
      if (short !== '') expect(String(failure)).not.to.contain(String(short));
    }
  });
});
