// One way to call somebody else for each that a page has, planted in a page of its own and fired in one Chromium.
import dgram from 'node:dgram';
import http from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launch, newPage, serve } from './launch.mjs';
import { foreignIn, netLogArgs } from './net-log.mjs';

// What runs in the page is its own script, where `to` is an origin of that channel's own and `add` puts an element into it.
const CHANNELS = {
  fetch: 'fetch(`${to}/f`, { mode: "no-cors" });',
  xhr: 'const ask = new XMLHttpRequest(); ask.open("GET", `${to}/x`); ask.send();',
  'send-beacon': 'navigator.sendBeacon(`${to}/b`, "x");',
  image: 'new Image().src = `${to}/i.png`;',
  'css-url': 'document.body.style.backgroundImage = `url(${to}/c.png)`;',
  'constructed-sheet':
    'const sheet = new CSSStyleSheet(); sheet.replaceSync(`body { background: url(${to}/s.png) }`); document.adoptedStyleSheets = [sheet];',
  font: 'new FontFace("planted", `url(${to}/f.woff2)`).load();',
  script: 'add("script", { src: `${to}/s.js` });',
  import: 'import(`${to}/m.js`);',
  iframe: 'add("iframe", { src: `${to}/i.html` });',
  prefetch: 'add("link", { rel: "prefetch", href: `${to}/p.html` });',
  preconnect: 'add("link", { rel: "preconnect", href: to });',
  'dns-prefetch': 'add("link", { rel: "dns-prefetch", href: to });',
  media: 'add("video", { src: `${to}/v.mp4` }).load();',
  form: 'add("form", { action: `${to}/f` }).submit();',
  navigation: 'location.href = `${to}/n`;',
  'window-open': 'open(`${to}/w`);',
  // of a cross-site address only where it is encrypted
  'speculation-rules':
    'add("script", { type: "speculationrules", textContent: JSON.stringify({ prefetch: [{ urls: [`${to}/sr.html`.replace("http:", "https:")], eagerness: "immediate" }] }) });',
  websocket: 'new WebSocket(`${to}/ws`.replace("http:", "ws:"));',
  'event-source': 'new EventSource(`${to}/e`);',
  webrtc:
    'const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${new URL(to).host}` }] }); peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer));',
  webtransport: 'new WebTransport(`${to}/wt`.replace("http:", "https:"));',
  'worker-fetch': 'new Worker(`/asking.js?${to}`);',
  'shared-worker-fetch': 'new SharedWorker(`/asking.js?${to}`);',
  'service-worker-fetch': 'navigator.serviceWorker.register(`/asking.js?${to}`);',
  'keepalive-on-leaving':
    'addEventListener("pagehide", () => fetch(`${to}/k`, { keepalive: true, mode: "no-cors" })); location.href = "/left";',
  ping: 'add("a", { href: "#x", ping: `${to}/ping` }).click();',
  object: 'add("object", { data: `${to}/o` });',
};

/** The channels by name. */
export const CHANNEL_NAMES = Object.keys(CHANNELS);

const PLACE = `const add = (name, more) => { const made = Object.assign(document.createElement(name), more); document.body.append(made); return made; };`;
const ASKING = 'fetch(`${location.search.slice(1)}/w`, { mode: "no-cors" });';
const PAGE = (name) =>
  `<!doctype html><html lang="en"><title>Planted</title><link rel="icon" href="data:,"><body><script src="/planted.js?${name}"></script>`;
const NAMES = '*.planted.test';

/** Hears what arrives, by the port that it arrives at. */
async function openSink(channel) {
  const seen = [];
  const hear = (what) => seen.push(what);
  const server = http.createServer(({ method, url }, response) => {
    hear(`${method} ${url}`);
    response.writeHead(200).end();
  });
  server.on('upgrade', ({ url }, socket) => {
    hear(`upgrade ${url}`);
    socket.destroy();
  });
  server.on('connection', () => hear('a connection'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const datagrams = dgram.createSocket('udp4').on('message', ({ length }) => hear(`${length} bytes by UDP`));
  await new Promise((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
    datagrams.close();
  };
  return { channel, port, seen, to: `http://${channel}.planted.test:${port}`, close };
}

const servePlanted = (sinks) =>
  serve('e2e/fixtures', {
    respond: ({ url }, response) => {
      const { pathname, search } = new URL(url, 'http://localhost');
      const name = search.slice(1);
      const bodies = {
        '/planted': () => ['text/html', PAGE(name)],
        '/planted.js': () => [
          'text/javascript',
          `const to = ${JSON.stringify(sinks.get(name).to)};\n${PLACE}\n${CHANNELS[name]}`,
        ],
        '/asking.js': () => ['text/javascript', ASKING],
        '/left': () => ['text/html', '<!doctype html><title>Left</title>'],
      };
      const [type, body] = bodies[pathname]?.() ?? [];
      if (body !== undefined) response.writeHead(200, { 'content-type': type }).end(body);
      return body !== undefined;
    },
  });

const AT_ONCE = 7;

/** Opens the pages, some at a time; gives what the pages' own request events tell, which is not all. */
async function openAll(browser, { url, names, settle }) {
  const told = [];
  const waiting = [...names];
  const open = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      const page = await newPage(browser);
      page.on('request', (request) => told.push(request.url()));
      // it may navigate away while it loads, to where nobody answers
      await page.goto(`${url}planted?${name}`, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, open));
  await wait(settle);
  return told;
}

// What a NetLog line tells of a channel: its own name or port, and for peers only that a socket is open to everybody.
const isOf =
  ({ channel, port }) =>
  (target) =>
    target.includes(`${channel}.planted.test`) ||
    target.endsWith(`:${port}`) ||
    (channel === 'webrtc' && target.startsWith('udp://'));

async function firedIn({ names, sinks, settle, reachable }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tactful-beacons-'));
  const site = await servePlanted(sinks);
  const file = path.join(folder, 'log.json');
  const browser = await launch('chromium', { args: netLogArgs(file, { reachable }) });
  try {
    let told;
    try {
      told = await openAll(browser, { url: site.url, names, settle });
    } finally {
      await browser.close();
      await site.close();
    }
    return { told, foreign: foreignIn(file, { origin: new URL(site.url).origin }) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Fires a beacon through each channel: `[{channel, arrived, caught, told}]`. `arrived` is what a listener on the loopback
 * heard, `caught` what the NetLog gate reports, `told` what the pages' own request events report. With `reachable: false`
 * no name leads anywhere, as in the test of the shop, and nothing arrives.
 */
export async function fireBeacons({ names = CHANNEL_NAMES, settle = 2000, reachable = true } = {}) {
  const sinks = new Map();
  for (const name of names) sinks.set(name, await openSink(name));
  try {
    const { told, foreign } = await firedIn({ names, sinks, settle, reachable: reachable ? NAMES : undefined });
    return [...sinks.values()].map((sink) => ({
      channel: sink.channel,
      arrived: [...new Set(sink.seen)],
      caught: foreign.filter(isOf(sink)),
      told: told.filter((address) => address.includes(`${sink.channel}.planted.test`)),
    }));
  } finally {
    for (const { close } of sinks.values()) close();
  }
}
