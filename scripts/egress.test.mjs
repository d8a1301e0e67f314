// What is built, read for every way off the page; and that each kind of way would be seen.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BUILT, differences, waysOutOfBuild } from './egress-files.mjs';
import { waysOutOfProgram, waysOutOfText } from './egress-scan.mjs';

const missing = BUILT.filter((folder) => !existsSync(folder));
const built = missing.length > 0 ? { skip: `not built: ${missing.join(', ')}` } : {};

// A program for each way out, in the manner in which a build or a dependency would hold it.
const PLANTED = [
  ['fetch', 'fetch(a)'],
  ['fetch', 'globalThis["fetch"](a)'],
  ['fetch', 'const { fetch: ask } = self; ask(a)'],
  ['fetch', 'Reflect.get(self, "fetch")(a)'],
  ['XMLHttpRequest', 'new XMLHttpRequest()'],
  ['sendBeacon', 'navigator.sendBeacon(a, b)'],
  ['WebSocket', 'new WebSocket(a)'],
  ['WebTransport', 'new WebTransport(a)'],
  ['EventSource', 'new EventSource(a)'],
  ['RTCPeerConnection', 'new RTCPeerConnection()'],
  ['Image', 'new Image().src = a'],
  ['importScripts', 'importScripts(a)'],
  ['import() of any address', 'import(a)'],
  ['import from an address', 'import("https://cdn.example/x.js")'],
  ['import from an address', 'import x from "https://cdn.example/x.js"; x()'],
  ['fetchLater', 'fetchLater(a)'],
  ['navigator.connection', 'navigator.connection.rtt'],
  ['Worker of any address', 'new Worker(a)'],
  ['Worker of a file', 'new Worker(new URL("./w.js", import.meta.url))'],
  ['SharedWorker', 'new SharedWorker("./w.js")'],
  ['serviceWorker', 'navigator.serviceWorker.register("w.js")'],
  ['form.submit', 'f.submit()'],
  ['location', 'location = a'],
  ['location', 'window.location.href = a'],
  ['location', 'location.assign(a)'],
  ['open(', 'window.open(a)'],
  ['open(', 'chrome.tabs.create({ url: a })'],
  ['document.cookie', 'document.cookie = a'],
  ['cookieStore', 'cookieStore.set(a, b)'],
  ['url(', 'x.style.background = "url(//x.example/p.png)"'],
  ['@import', 'sheet.replaceSync(`@import "${a}"`)'],
  ['<loading element', 'html`<link rel="preconnect" href=${a}>`'],
  ['<loading element', 'html`<img src=${a}>`'],
  ['element iframe', 'document.createElement("iframe")'],
  ['element of any name', 'document.createElement(a)'],
  ['.src =', 'picture.src = a'],
  ['attribute href', 'x.setAttribute("href", a)'],
  ['attribute of any name', 'x.setAttribute(a, b)'],
  ['FontFace', 'new FontFace("x", a)'],
  ['ping=', 'html`<a ping="${a}">`'],
  ['speculation rules', 's.type = "speculationrules"'],
  ['refresh', 'html`<meta http-equiv="refresh" content="0;url=/">`'],
  ['Notification', 'new Notification(a)'],
  ['PushManager', 'PushManager'],
  ['caches.addAll', 'cache.addAll([a])'],
  ['markup from text', 'x.innerHTML = a'],
  ['markup from text', 'document.write(a)'],
  ['code from text', 'eval(a)'],
  ['code from text', 'new Function(a)'],
  ['code from text', 'setTimeout("a()", 1)'],
  ['postMessage', 'parent.postMessage(a, "*")'],
  ['message listener', 'addEventListener("message", a)'],
  ['unload listener', 'window.addEventListener("unload", a)'],
  ['address', 'const to = "https://collect.example/c"; to'],
  ['address', 'const to = `wss://collect.example/${a}`; to'],
  ['address', 'const to = "stun:collect.example"; to'],
  ['global by a name made up', 'window["fe" + "tch"](a)'],
  ['the global handed on', 'const g = globalThis; g[a](b)'],
  ['network of Node', 'import http from "node:https"; http()'],
  ['network of Node', 'await import("net")'],
  ['fetch (in a text)', `new Blob([${JSON.stringify(`${'x(1);'.repeat(500)}fetch(a)`)}])`],
];

const namesIn = (code) => waysOutOfProgram(code).map(({ primitive }) => primitive);

describe('ways off the page', () => {
  it('[R60] in what is built each is allowed for a reason, as often as it stands there', built, () => {
    const allowed = JSON.parse(readFileSync('scripts/egress-allowed.json', 'utf8'));
    assert.deepEqual(differences(waysOutOfBuild(), allowed), []);
  });

  for (const [primitive, code] of PLANTED) {
    it(`[R60] planted fault: ${primitive} is seen in ${code.slice(0, 60)}`, () => {
      assert.ok(namesIn(code).includes(primitive), namesIn(code).join(', ') || 'nothing');
    });
  }

  it('[R60] planted fault: a style sheet and a page that load something are seen', () => {
    const css = waysOutOfText('@import "x.css"; a { background: url(//x.example) }', { html: false });
    const page = waysOutOfText('<body onload="x()"><img src="//x.example"><form>', { html: true });
    assert.deepEqual(
      [css, page].map((found) => found.map(({ primitive }) => primitive)),
      [
        ['url(', '@import'],
        ['<loading element', '<loading element', 'inline script'],
      ],
    );
  });

  it('[R60] what only sounds alike is left alone', () => {
    const quiet =
      'const { name, message } = row; list.push(name); x.setAttribute("lang", message); x.fetched = Infinity';
    assert.deepEqual(namesIn(quiet), []);
  });
});

describe('the list of what is allowed', () => {
  let folder;
  before(() => {
    mkdirSync('.build', { recursive: true });
    folder = mkdtempSync('.build/egress-');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const scanned = (code) => {
    writeFileSync(path.join(folder, 'chunk-view-0a1B2c3D.js'), code);
    return waysOutOfBuild([folder]);
  };

  it('[R61] fits one count of one way in one file, whatever the hash of its name', () => {
    const found = scanned('fetch("/catalog.json")');
    assert.deepEqual(found, [{ file: `${folder}/chunk-view.js`, primitive: 'fetch', count: 1 }]);
    assert.deepEqual(differences(found, [{ ...found[0], reason: 'the catalogue' }]), []);
  });

  it('[R61] planted fault: one more, one less, a new one, and one without a reason are each a difference', () => {
    const allowed = scanned('fetch("/catalog.json")').map((line) => ({ ...line, reason: 'the catalogue' }));
    const line = `${folder}/chunk-view.js: `;
    assert.deepEqual(differences(scanned('fetch("/a"); fetch("/b")'), allowed), [`${line}fetch 2, allowed 1`]);
    assert.deepEqual(differences(scanned('0'), allowed), [`${line}fetch 0, allowed 1`]);
    assert.deepEqual(differences(scanned('fetch("/a"); new WebSocket(a)'), allowed), [`${line}WebSocket 1, allowed 0`]);
    assert.deepEqual(differences(allowed, [{ ...allowed[0], reason: '' }]), [`${line}fetch has no reason`]);
  });
});
