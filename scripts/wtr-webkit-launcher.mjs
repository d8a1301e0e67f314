import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { browserPath } from './browsers.mjs';
import { freePort } from './free-port.mjs';

const ARCHITECTURE = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
const MINI_BROWSER = `/usr/lib/${ARCHITECTURE}-linux-gnu/webkit2gtk-4.1/MiniBrowser`;
const START_MS = 20_000;

/** A display that nobody sees; Xvfb chooses a free one and says which. */
async function startDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`Xvfb: exit ${code}`)));
  const [number] = await Promise.race([once(child.stdio[3], 'data'), failed]);
  failed.catch(() => {}); // it ends when the tests do
  return { child, display: `:${String(number).trim()}` };
}

const SOFTWARE_DRAWING = { GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' };

function startDriver(port, display) {
  const env = { ...process.env, ...SOFTWARE_DRAWING, DISPLAY: display };
  return spawn(browserPath('webkit'), [`--port=${port}`], { stdio: 'ignore', env });
}

async function call(base, { method, path, body }) {
  const response = await fetch(base + path, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`WebKitWebDriver ${path}: ${value.error}: ${value.message}`);
  return value;
}

async function answering(base) {
  const end = Date.now() + START_MS;
  for (;;) {
    try {
      return await call(base, { method: 'GET', path: '/status' });
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50)); // the driver does not say when it listens
    }
  }
}

/** Launcher for @web/test-runner: one WebKitGTK window under Debian's WebKitWebDriver, one test file at a time. */
class WebKitGtkLauncher {
  name = 'WebKitGTK';
  type = 'webkitgtk';
  concurrency = 1;
  #children = [];
  #active = new Map();
  #started;

  async initialize() {}

  async #start() {
    const { child, display } = await startDisplay();
    this.#children.push(child);
    const port = await freePort();
    this.#children.unshift(startDriver(port, display));
    const base = `http://127.0.0.1:${port}`;
    await answering(base);
    const options = { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } };
    const body = { capabilities: { alwaysMatch: options } };
    const { sessionId } = await call(base, { method: 'POST', path: '/session', body });
    return `${base}/session/${sessionId}`;
  }

  async #show(url) {
    await call(await (this.#started ??= this.#start()), { method: 'POST', path: '/url', body: { url } });
  }

  async startSession(id, url) {
    this.#active.set(id, url);
    await this.#show(url);
  }

  isActive(id) {
    return this.#active.has(id);
  }

  getBrowserUrl(id) {
    return this.#active.get(id);
  }

  async stopSession(id) {
    this.#active.delete(id);
    await this.#show('about:blank');
    return {};
  }

  async startDebugSession() {
    throw new Error('WebKitGTK: no debug session');
  }

  async stop() {
    const session = await this.#started?.catch(() => undefined);
    // the driver may already have gone; its process is ended below in any case
    if (session) await call(session, { method: 'DELETE', path: '' }).catch(() => undefined);
    for (const child of this.#children) child.kill();
  }
}

export const webkitGtk = () => new WebKitGtkLauncher();
