import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';

const TIMEOUT = 240_000;

/** Runs `npm start` with these arguments, without input; `line` resolves to the first line it prints that fits. */
function npmStart(args = []) {
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(program, [...first, 'start', '--silent', ...(args.length > 0 ? ['--', ...args] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true, // npm does not always pass a signal on: the test ends the whole group
  });
  const lines = [];
  const reader = createInterface({ input: child.stdout });
  const line = (pattern) =>
    new Promise((resolve, reject) => {
      reader.on('line', (text) => {
        lines.push(text);
        const match = pattern.exec(text);
        if (match) resolve(match);
      });
      reader.on('close', () => reject(new Error(`npm start: no line like ${pattern}: ${lines.join(' / ')}`)));
    });
  return { child, line };
}

const occupied = async (port) => {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    return undefined; // somebody else holds it, which serves as well
  }
};

describe('npm start', () => {
  it('-- --check fetches its own page and main script, then ends', { timeout: TIMEOUT }, async () => {
    const { child, line } = npmStart(['--check']);
    const [ended, checked] = await Promise.all([once(child, 'close'), line(/^checked: (.*)$/)]);
    assert.deepEqual(ended, [0, null]);
    assert.match(checked[1], /^http:\/\/127\.0\.0\.1:\d+\/ http:\/\/127\.0\.0\.1:\d+\/assets\/main\.js/);
  });

  it(
    'takes the next free port, says where the extension is, and serves the shop',
    { timeout: TIMEOUT },
    async (test) => {
      const blocker = await occupied(4173);
      const { child, line } = npmStart();
      test.after(() => {
        blocker?.close();
        if (child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      });
      const [address, folder] = await Promise.all([
        line(/^shop:\s+(http:\/\/127\.0\.0\.1:(\d+)\/)$/),
        line(/^extension folder:\s+(\S+)/),
        line(/^stop with Ctrl\+C$/),
      ]);
      assert.ok(Number(address[2]) > 4173, address[2]);
      assert.ok(existsSync(`${folder[1]}/manifest.json`), folder[1]);
      const page = await fetch(address[1]);
      assert.equal(page.status, 200);
      assert.match(page.headers.get('content-security-policy'), /default-src 'none'/);
      const outside = await fetch(`${address[1]}..%2f..%2fpackage.json`);
      assert.equal(outside.status, 404);
    },
  );
});
