import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launch } from '../launch.mjs';
import { serveBuilt, withFolder } from './stage.mjs';

// What the parts about a store at rest share: a shop on loopback, a profile folder that outlives its browser.

const HTML = `<!doctype html><html lang="en"><title>A shop</title><script type="module" src="/page.js"></script></html>`;
const CATALOG = `{ format: 'tactful-catalog', version: '1', currency: 'EUR', offers: [{ id: 'hose', class: 'suggest',
  content: { en: { title: 'A hose' } } }] }`;
const PAGE = `import { createTactful } from '/dist/index.js';
const complaints = (globalThis.complaints = []);
// Firefox itself reports a value of a damaged file that it cannot read: an error of no file, at no line.
const reports = (globalThis.reports = []);
addEventListener('error', ({ message, filename, lineno }) =>
  (filename === '' && lineno === 0 ? reports : complaints).push(message));
addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
globalThis.createTactful = createTactful;
globalThis.options = { catalog: ${CATALOG} };
if (location.pathname !== '/bare') globalThis.tactful = createTactful(options);
globalThis.loaded = true;`;

const FILES = new Map([
  ['/', ['text/html', HTML]],
  ['/bare', ['text/html', HTML]],
  ['/page.js', ['text/javascript', PAGE]],
]);

/** Serves the built library with a page that uses it at `/`, and one that only loads it at `/bare`. More `files` by path. */
export const serveShop = (files = new Map()) => serveBuilt((pathname) => files.get(pathname) ?? FILES.get(pathname));

/** A disk of `megabytes` for `work`: small, in memory, and always taken away again. */
export const withSmallDisk = (megabytes, work) =>
  withFolder(async (folder) => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
    try {
      return await work(folder);
    } finally {
      // Lazily: a browser that is still going down may hold a file for a moment.
      execFileSync('umount', ['-l', folder]);
    }
  });

/** Whether this machine lets us mount. */
export function canMount() {
  if (process.getuid?.() !== 0) return false;
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'tactful-faults-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' });
      execFileSync('umount', [folder]);
      return true;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    return false;
  }
}

/** Runs `work` in a browser on a profile folder and closes it properly, as a person does. */
export async function inBrowser(engine, { profile, args = [], ...options }, work) {
  const browser = await launch(engine, { userDataDir: profile, args, ...options });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
