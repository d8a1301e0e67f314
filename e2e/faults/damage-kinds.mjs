import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// How the files of an origin's storage are hurt between two runs of a browser. Each kind takes the origin's folder and
// what was noted of the files while the shopper was still there.

const under = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
    : [];

const named = (folder, pattern) => {
  const files = under(folder).filter((file) => pattern.test(path.basename(file)));
  if (files.length === 0) throw new Error(`damage: no file ${pattern} in ${folder}`);
  return files;
};

const change = (files, edit) => {
  for (const file of files) {
    const bytes = readFileSync(file);
    if (bytes.length > 0) writeFileSync(file, edit(bytes));
  }
};

const remove = (files) => {
  for (const file of files) rmSync(file);
};

const flip = (at) => (bytes) => {
  const place = Math.floor(bytes.length * at);
  bytes[place] ^= 0xff;
  return bytes;
};

const zeroEnd = (share) => (bytes) => bytes.fill(0, Math.floor(bytes.length * (1 - share)));

const cutEnd = (files, share) => {
  for (const file of files) truncateSync(file, Math.floor(statSync(file).size * (1 - share)));
};

const PAGE_BYTES = 4096;

/** One byte of every page of a file but the first. */
const flipPages = (bytes) => {
  for (let page = PAGE_BYTES; page < bytes.length; page += PAGE_BYTES) bytes[page + PAGE_BYTES / 2] ^= 0xff;
  return bytes;
};

const LOG = /^\d+\.log$/;
const SQLITE = /\.sqlite$/;

const LEVELDB = {
  'a byte of the log turned over': (folder) => change(named(folder, LOG), flip(0.5)),
  'the end of the log zeroed': (folder) => change(named(folder, LOG), zeroEnd(0.3)),
  'the end of the log cut off': (folder) => cutEnd(named(folder, LOG), 0.3),
  'the log gone': (folder) => remove(named(folder, LOG)),
  'CURRENT gone': (folder) => remove(named(folder, /^CURRENT$/)),
  'MANIFEST gone': (folder) => remove(named(folder, /^MANIFEST-/)),
  'MANIFEST overwritten': (folder) => change(named(folder, /^MANIFEST-/), (bytes) => bytes.fill(0x5a)),
  'the folder gone': (folder) => rmSync(folder, { recursive: true }),
};

const SQLITE_KINDS = {
  'a byte of the header turned over': (folder) => change(named(folder, SQLITE), flip(0)),
  'a byte of every page turned over': (folder) => change(named(folder, SQLITE), flipPages),
  'the end zeroed': (folder) => change(named(folder, SQLITE), zeroEnd(0.5)),
  'the end cut off': (folder) => cutEnd(named(folder, SQLITE), 0.5),
  'the file empty': (folder) => change(named(folder, SQLITE), () => Buffer.alloc(0)),
  'the file overwritten': (folder) => change(named(folder, SQLITE), (bytes) => bytes.fill(0x5a)),
  'the file gone': (folder) => remove(named(folder, SQLITE)),
  'the folder gone': (folder) => rmSync(folder, { recursive: true }),
};

/** The eight kinds of damage of an engine, by name. */
export const KINDS = { chromium: LEVELDB, firefox: SQLITE_KINDS };

/** The folder of the bucket of the page at `port`, found by what Chromium writes in it; it names such folders by number. */
function bucketFolder(profile, port) {
  const buckets = path.join(profile, 'Default', 'WebStorage');
  const origin = Buffer.from(`http_127.0.0.1_${port}@`, 'utf16le').swap16();
  const folders = existsSync(buckets)
    ? readdirSync(buckets).map((bucket) => path.join(buckets, bucket, 'IndexedDB', 'indexeddb.leveldb'))
    : [];
  return folders.find((folder) => under(folder).some((file) => readFileSync(file).includes(origin)));
}

/** The folder in a profile that holds what the page at `port` keeps in IndexedDB, in a bucket or outside. */
export const originFolder = (engine, { profile, port }) =>
  engine === 'chromium'
    ? (bucketFolder(profile, port) ??
      path.join(profile, 'Default', 'IndexedDB', `http_127.0.0.1_${port}.indexeddb.leveldb`))
    : path.join(profile, 'storage', 'default', `http+++127.0.0.1+${port}`, 'idb');

/** How long each log of a folder is now. */
export const logSizes = (folder) =>
  new Map(
    under(folder)
      .filter((file) => LOG.test(path.basename(file)))
      .map((file) => [file, statSync(file).size]),
  );

/** Turns the logs of a folder back to what they were: what was written since is gone, and nothing else shows it. */
export const turnBack = (sizes) => {
  for (const [file, size] of sizes) truncateSync(file, size);
};
