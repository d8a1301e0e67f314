import { parseArgs } from 'node:util';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installPackages } from './install.mjs';
import { main, run } from './run.mjs';
import { serve, STRICT_HEADERS } from './serve.mjs';

const SHOP = 'playground/dist';
const PORT = 4173;

const [major, minor] = process.versions.node.split('.').map(Number);
const oldNode = major < 20 || (major === 20 && minor < 19);

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** Fetches the page and the scripts it names: a build that cannot be served fails here. */
async function check(url) {
  const page = await fetched(url);
  const scripts = [...page.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(([, src]) => new URL(src, url).href);
  if (scripts.length === 0) throw new Error(`${url}: no script in the page`);
  for (const script of scripts) await fetched(script);
  console.log(`checked: ${[url, ...scripts].join(' ')}`);
}

await main(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  if (oldNode) throw new Error(`node: ${process.versions.node} (20.19 or newer is needed)`);
  await installPackages();
  await run('npm', ['run', '--silent', 'build']);
  const { url, close } = await serve(SHOP, { port: PORT, headers: STRICT_HEADERS });
  console.log(`shop:             ${url}`);
  if (existsSync(`${SHOP}/browser`)) console.log(`pretend browser:  ${url}browser/`);
  console.log(`extension folder: ${path.resolve('extension/dist/chromium')}  (Firefox: ${path.join('..', 'firefox')})`);
  console.log('stop with Ctrl+C');
  if (!values.check) return;
  try {
    await check(url);
  } finally {
    await close();
  }
});
