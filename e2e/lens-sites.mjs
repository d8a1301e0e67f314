import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serve, STRICT_HEADERS } from './launch.mjs';

const FOLDERS = { '/fixtures/': 'e2e/fixtures', '/library/': 'packages/tactful/dist' };
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };

function fileFor(address) {
  const { pathname } = new URL(address, 'http://localhost');
  const found = Object.entries(FOLDERS).find(([prefix]) => pathname.startsWith(prefix));
  return found && path.join(found[1], path.basename(pathname));
}

/**
 * Serves the built shop and pretend browser under their strict policy, and beside them the fixtures and the built library.
 * `asked` keeps every address that was asked for. `headers` may be others: the page without tactful calls strangers.
 */
export async function serveSites({ headers = STRICT_HEADERS } = {}) {
  const asked = [];
  const site = await serve('playground/dist', {
    headers,
    respond: (request, response) => {
      asked.push(request.url);
      const file = fileFor(request.url);
      if (file === undefined) return false;
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
      response
        .writeHead(200, { ...headers, 'content-type': type, 'cache-control': 'no-store' })
        .end(readFileSync(file));
      return true;
    },
  });
  return { ...site, asked };
}

/** The hosts that the page without tactful asks: ten, of nine companies. */
export const STRANGERS = [
  'metrics.one.test',
  'pixel.two.test',
  'cdn.three.test',
  'tag.four.test',
  'ads.five.test',
  'chat.six.test',
  'video.seven.test',
  'map.eight.test',
  'font.nine.test',
  'second.nine.test',
];
