import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const unzip = promisify(gunzip);
const GZIP_MAGIC = [0x1f, 0x8b];

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}

/** The text of a file, unpacked when it is gzip whatever its name says. Rejects with one line that names the file. */
export async function readTextFile(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    const zipped = GZIP_MAGIC.every((byte, index) => bytes[index] === byte);
    return (zipped ? await unzip(bytes) : bytes).toString('utf8');
  } catch (error) {
    const code = codeOf(error);
    throw new Error(`${file}: ${code === 'ENOENT' ? 'no such file' : `cannot be read, ${code}`}`, { cause: error });
  }
}

/** A JSON file as a value nobody has checked yet. Rejects with one line that names the file. */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readTextFile(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new Error(`${file}: not JSON: ${why}`, { cause: error });
  }
}
