import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/**
 * Whether node_modules holds what the lock file says, by npm's own record of what it installed. Packages for other
 * systems may be missing.
 */
export function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const there = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json'))
    .filter(([name, { link }]) => name.startsWith('node_modules/') && !link)
    .every(([name, { version, optional }]) => (there[name] ? there[name].version === version : optional === true));
}

/** Runs `npm ci` when node_modules is missing or older than the lock file. */
export async function installPackages() {
  if (isInstalled()) return;
  console.log('installing packages (npm ci) ...');
  await run('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund']);
}
