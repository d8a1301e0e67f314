import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { filesUnder } from './files-under.mjs';
import { main } from './run.mjs';

// the same bytes for the same files: a zip otherwise holds the time at which it was made
const TIME = new Date('2026-01-01T00:00:00');

await main(() => {
  const { version } = JSON.parse(readFileSync('extension/package.json', 'utf8'));
  const made = ['chromium', 'firefox'].map((target) => {
    const folder = path.join('extension/dist', target);
    const files = filesUnder(folder).map((file) => path.relative(folder, file));
    if (!files.includes('manifest.json')) throw new Error(`${folder}: no manifest.json (npm run build makes it)`);
    const entries = files.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name))]);
    const bytes = zipSync(Object.fromEntries(entries), { level: 9, mtime: TIME });
    const zip = path.join('extension/dist', `tactful-${target}-${version}.zip`);
    writeFileSync(zip, bytes);
    return { file: zip, files: files.length, bytes: bytes.length };
  });
  if (process.argv.includes('--json')) console.log(JSON.stringify(made));
  else for (const { file, files, bytes } of made) console.log(`${file}  ${files} files  ${bytes} bytes`);
});
