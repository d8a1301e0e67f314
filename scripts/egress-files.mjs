import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { waysOutOfProgram, waysOutOfText } from './egress-scan.mjs';

const LIBRARY = 'packages/tactful/dist';
const SHOP = 'playground/dist';

/** What is built and goes to others, in the order in which a file that lies in two places is counted. */
export const BUILT = [LIBRARY, 'packages/simulator/dist', 'extension/dist', SHOP];

const SCANNED = /\.(m?js|css|html|svg)$/;

/** What the build copies here as it is, from where it is scanned. */
const COPIES = `${SHOP}/browser/extension/`;

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SCANNED.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !slashed(file).startsWith(COPIES))
    .sort();

/** The name of a built file without the hash that each change of it changes. */
const steadyName = (file) =>
  slashed(file)
    .replace(/(-[\w-]{8})+(?=\.js$)/, '')
    .replace(/^extension\/dist\/[\w-]+/, 'extension/dist');

const slashed = (file) => file.split(path.sep).join('/');

const sourceNamed = (source, builtFile) => slashed(path.relative('.', path.resolve(path.dirname(builtFile), source)));

function positions(code) {
  const starts = [0];
  for (let at = code.indexOf('\n'); at !== -1; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return [line, offset - starts[line]];
  };
}

/** Where a place in a built file was written: the source file, by the map beside the built one. */
function sourceFinder(file, code) {
  const map = `${file}.map`;
  if (!existsSync(map)) return () => undefined;
  const written = new SourceMap(JSON.parse(readFileSync(map, 'utf8')));
  const positionOf = positions(code);
  return (offset) => {
    const { originalSource, originalLine, originalColumn } = written.findEntry(...positionOf(offset));
    if (originalSource === undefined) return undefined;
    return { source: sourceNamed(originalSource, file), place: `${originalLine}:${originalColumn}` };
  };
}

function waysOut(file, text) {
  if (!/\.m?js$/.test(file)) return waysOutOfText(text, { html: /\.(html|svg)$/.test(file) });
  return waysOutOfProgram(text);
}

/** The shop is one page of ours and no part of the library: its files are counted together. */
const counted = (file) => (file.startsWith(`${SHOP}/assets`) ? `${SHOP}/assets` : steadyName(file));

/** Source files of other packages that went into the built files, as their maps tell. */
function bundledSources(folders) {
  const maps = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.js.map'))
        .map((name) => path.join(folder, name)),
    );
  const sources = maps.flatMap((map) =>
    JSON.parse(readFileSync(map, 'utf8')).sources.map((source) => sourceNamed(source, map)),
  );
  return [...new Set(sources)].filter((source) => source.startsWith('node_modules/')).sort();
}

/** Counts by file and primitive. A place that is named twice counts once. */
function tally() {
  const places = new Map();
  return {
    add: (file, primitive, place) => {
      const key = `${file}\n${primitive}`;
      places.set(key, (places.get(key) ?? new Set()).add(place));
    },
    table: () =>
      [...places]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { size: count }]) => {
          const [file, primitive] = key.split('\n');
          return { file, primitive, count };
        }),
  };
}

/** Of the modules of other packages all that stands in them, not only what was bundled: the next build may take more. */
function addPackages(folders, { add }) {
  const sources = bundledSources(folders);
  for (const source of sources) {
    const found = waysOutOfProgram(readFileSync(source, 'utf8'));
    for (const { primitive, start } of found) add(source, primitive, start);
  }
  return new Set(sources);
}

/**
 * How often each way out stands in the built files: `[{file, primitive, count}]`. The file is the one in which it was
 * written, where a map tells that, else the built one. What one source puts into several built files counts once; so does
 * a built file that lies in two places. Modules of other packages are counted whole.
 */
export function waysOutOfBuild(folders = BUILT) {
  const counts = tally();
  const packages = addPackages(folders, counts);
  const seen = new Set();
  for (const file of folders.flatMap(filesIn)) {
    const text = readFileSync(file, 'utf8');
    const digest = createHash('sha256').update(text).digest('base64');
    if (seen.has(digest)) continue;
    seen.add(digest);
    const sourceAt = sourceFinder(file, text);
    waysOut(file, text).forEach(({ primitive, start }, index) => {
      const { source = counted(file), place = `${file} ${index}` } = sourceAt(start) ?? {};
      if (!packages.has(source)) counts.add(source, primitive, place);
    });
  }
  return counts.table();
}

/** Where a table of ways out differs from the one that is allowed; empty when it does not. A reason is required. */
export function differences(found, allowed) {
  const keyOf = ({ file, primitive }) => `${file}: ${primitive}`;
  const left = new Map(allowed.map((line) => [keyOf(line), line]));
  const faults = [];
  for (const line of found) {
    const known = left.get(keyOf(line));
    left.delete(keyOf(line));
    if ((known?.count ?? 0) !== line.count) faults.push(`${keyOf(line)} ${line.count}, allowed ${known?.count ?? 0}`);
    else if (!known.reason) faults.push(`${keyOf(line)} has no reason`);
  }
  return [...faults, ...[...left].map(([key, { count }]) => `${key} 0, allowed ${count}`)];
}
