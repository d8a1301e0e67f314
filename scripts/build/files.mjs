import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { filesUnder } from '../files-under.mjs';

/**
 * Removes what an earlier build left in `folders`, once this one, begun at `since`, has written its last file; so there
 * is no moment without a build to serve. While watching everything stays: only changed bundles are written again.
 */
export const pruned = ({ folders, since }) => ({
  name: 'pruned',
  writeBundle() {
    if (this.meta.watchMode) return;
    for (const file of folders.flatMap(filesUnder)) {
      if (statSync(file).mtimeMs < since) rmSync(file);
    }
  },
});

/**
 * Copies files and folders after the bundle is written: `{from, to}` pairs, `to` a folder for folders and a file for
 * files. A source that does not exist is a warning. Sources are watched.
 */
export const copied = (pairs) => ({
  name: 'copied',
  buildStart() {
    if (!this.meta.watchMode) return;
    for (const { from } of pairs) {
      for (const file of filesUnder(from)) this.addWatchFile(path.resolve(file));
    }
  },
  writeBundle() {
    for (const { from, to } of pairs) {
      if (!existsSync(from)) {
        this.warn(`${from}: no such file or folder`);
        continue;
      }
      mkdirSync(path.dirname(to), { recursive: true });
      cpSync(from, to, { recursive: true });
    }
  },
});
