// What was made from what, so that nothing is made twice from the same.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

function fingerprint(files) {
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(file));
  return hash.digest('hex');
}

/**
 * Calls `make`, unless all files in `to` are as it made them, from the files in `from` as they are. Both give lists of
 * files. Whether it was called. A file that changes while it runs has changed since.
 */
export async function makeOnce({ name, folder = '.build/made', from, to }, make) {
  const kept = path.join(folder, name);
  const sources = fingerprint(from());
  if (existsSync(kept) && readFileSync(kept, 'utf8') === `${sources} ${fingerprint(to())}`) return false;
  await make();
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, `${sources} ${fingerprint(to())}`);
  return true;
}
