import { createReadStream, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** What the shop is served with: the page may load and ask only for its own files, and run no script written inline. */
const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

export const STRICT_HEADERS = {
  'content-security-policy': STRICT_CSP,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The file that an address means inside `folder`, `index.html` for a folder; nothing for an address that leads outside. */
function fileFor(folder, address) {
  let name;
  try {
    name = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return undefined; // not an address: answered like a missing file
  }
  const file = path.join(folder, path.normalize(name));
  if (file !== folder && !file.startsWith(folder + path.sep)) return undefined;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return file;
  if (!found?.isDirectory()) return undefined;
  const index = path.join(file, 'index.html');
  return statSync(index, { throwIfNoEntry: false })?.isFile() ? index : undefined;
}

function answer(folder, headers) {
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader('cache-control', 'no-store');
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = fileFor(folder, request.url);
    if (file === undefined) {
      response.writeHead(404, { 'content-type': TYPES['.txt'] }).end('not found\n');
      return;
    }
    if (path.basename(file) === 'index.html' && !/(\/|\.html)$/.test(pathname)) {
      response.writeHead(308, { location: `${pathname}/` }).end();
      return;
    }
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  };
}

const listen = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve();
    });
  });

/**
 * Serves a folder on 127.0.0.1 and says where. `port` 0 (the default) takes any; another one is tried first, then those
 * above it, up to `tries` of them. `respond(request, response)` may answer before the files do, by returning true.
 */
export async function serve(folder, { port = 0, tries = 20, headers = {}, respond } = {}) {
  const files = answer(path.resolve(folder), headers);
  const server = http.createServer((request, response) => {
    if (respond?.(request, response) !== true) files(request, response);
  });
  for (let next = port; ; next += 1) {
    try {
      await listen(server, next);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port === 0 || next + 1 >= port + tries) throw error;
    }
  }
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}
