import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const IGNORED = /(^|[\\/])(node_modules|dist|\.types|\.build)([\\/]|$)/;

/** The files below a folder, sorted, with the folder in front; the file itself for a file, nothing for what is missing. */
export function filesUnder(from) {
  const found = statSync(from, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [from];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The source files below some folders whose names end in `ending`; built and installed files are left out. */
export const sourcesUnder = (folders, ending) =>
  folders.flatMap(filesUnder).filter((file) => file.endsWith(ending) && !IGNORED.test(file));
