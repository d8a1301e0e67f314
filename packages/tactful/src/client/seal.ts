import { misuse, TactfulError } from './tactful-error.js';

/** An export that only a passphrase opens. Everything but `data` is readable, and none of it can be changed unnoticed. */
export interface SealedExport {
  readonly format: 'tactful-export-sealed';
  readonly v: 1;
  readonly cipher: 'AES-256-GCM';
  readonly kdf: 'PBKDF2-HMAC-SHA-256';
  /** At least 600,000. */
  readonly iterations: number;
  /** 16 random bytes, in base64 as the two that follow. */
  readonly salt: string;
  /** 12 random bytes. */
  readonly iv: string;
  /** The UTF-8 text of a `tactful-export@1`, then the tag of 16 bytes. */
  readonly data: string;
}

type Header = Omit<SealedExport, 'data'>;

/** OWASP's number of 2023 for this function; more are read, up to where a hostile file would only burn time. */
const ITERATIONS = 600_000;
const MOST_ITERATIONS = 10_000_000;
const SHORTEST_PASSPHRASE = 8;
const CHUNK = 0x8000;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const invalid = (path: string, wrong: string): TactfulError =>
  new TactfulError({ code: 'IMPORT_INVALID', message: `import: ${path}: ${wrong}`, path });

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(''));
}

function fromBase64(value: unknown, path: string): Uint8Array<ArrayBuffer> {
  if (typeof value !== 'string' || value.length % 4 > 0 || !BASE64.test(value)) throw invalid(path, 'not base64');
  return Uint8Array.from(atob(value), (sign) => sign.charCodeAt(0));
}

/** The header as it is authenticated: the fields before `data`, in this order, as JSON without spaces. */
function signed({ format, v, cipher, kdf, iterations, salt, iv }: Header): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify({ format, v, cipher, kdf, iterations, salt, iv }));
}

/** Browsers have it in secure contexts alone: https, and the machine itself. */
function subtle(): SubtleCrypto {
  const { crypto } = globalThis as { readonly crypto: { readonly subtle?: SubtleCrypto } };
  if (crypto.subtle) return crypto.subtle;
  throw new TactfulError({ code: 'CRYPTO_MISSING', message: 'passphrase: this page is no secure context' });
}

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  // The same letters are typed as other code points on another device.
  const typed = await subtle().importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const derived = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return subtle().deriveKey(derived, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/**
 * Seals a text with a passphrase: AES-256-GCM, with a key by PBKDF2-HMAC-SHA-256. Takes some tenths of a second.
 *
 * Rejects `CONFIG_INVALID` for a passphrase of less than 8 characters, and `CRYPTO_MISSING` outside a secure context.
 */
export async function seal(text: string, passphrase: unknown): Promise<SealedExport> {
  if (typeof passphrase !== 'string' || passphrase.normalize('NFKC').length < SHORTEST_PASSPHRASE)
    throw misuse('passphrase', `a text of at least ${SHORTEST_PASSPHRASE} characters`);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const header: Header = {
    format: 'tactful-export-sealed',
    v: 1,
    cipher: 'AES-256-GCM',
    kdf: 'PBKDF2-HMAC-SHA-256',
    iterations: ITERATIONS,
    salt: toBase64(salt),
    iv: toBase64(iv),
  };
  const key = await keyFrom(passphrase, salt, ITERATIONS);
  const data = await subtle().encrypt({ name: 'AES-GCM', iv, additionalData: signed(header) }, key, utf8(text));
  return { ...header, data: toBase64(new Uint8Array(data)) };
}

type Fields = Readonly<Record<string, unknown>>;

function headerOf({ format, v, cipher, kdf, iterations, salt, iv }: Fields): Header {
  if (format !== 'tactful-export-sealed') throw invalid('format', 'not tactful-export-sealed');
  if (Number.isSafeInteger(v) && (v as number) > 1)
    throw new TactfulError({ code: 'EXPORT_NEWER', message: `import: ${format}@${String(v)}: newer than ${format}@1` });
  if (v !== 1) throw invalid('v', 'not 1');
  if (cipher !== 'AES-256-GCM') throw invalid('cipher', 'not AES-256-GCM');
  if (kdf !== 'PBKDF2-HMAC-SHA-256') throw invalid('kdf', 'not PBKDF2-HMAC-SHA-256');
  if (
    !Number.isSafeInteger(iterations) ||
    (iterations as number) < ITERATIONS ||
    (iterations as number) > MOST_ITERATIONS
  )
    throw invalid(`iterations`, `not ${ITERATIONS} to ${MOST_ITERATIONS}`);
  if (fromBase64(salt, 'salt').length !== 16) throw invalid('salt', 'not 16 bytes');
  if (fromBase64(iv, 'iv').length !== 12) throw invalid('iv', 'not 12 bytes');
  return { format, v, cipher, kdf, iterations: iterations as number, salt: salt as string, iv: iv as string };
}

/**
 * Opens what {@link seal} sealed.
 *
 * Rejects `PASSPHRASE_WRONG` also where the file was changed: nobody can tell these apart. `IMPORT_INVALID` for what is no
 * sealed export, or one that was sealed with less than we ask for; `EXPORT_NEWER` for one of a later version.
 */
export async function unseal(sealed: Fields, passphrase: string): Promise<string> {
  const header = headerOf(sealed);
  const data = fromBase64(sealed['data'], 'data');
  const key = await keyFrom(passphrase, fromBase64(header.salt, 'salt'), header.iterations);
  const how = { name: 'AES-GCM', iv: fromBase64(header.iv, 'iv'), additionalData: signed(header) };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await subtle().decrypt(how, key, data));
  } catch {
    throw new TactfulError({
      code: 'PASSPHRASE_WRONG',
      message: 'import: the passphrase is wrong, or the file was changed',
    });
  }
}
