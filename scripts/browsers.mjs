import { existsSync } from 'node:fs';

/** The engines that tests may run in, where they are found, and the Debian packages that bring them. */
const engines = {
  chromium: {
    variable: 'CHROMIUM',
    paths: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    packages: ['chromium'],
  },
  firefox: { variable: 'FIREFOX', paths: ['/usr/bin/firefox-esr', '/usr/bin/firefox'], packages: ['firefox-esr'] },
  webkit: { variable: 'WEBKIT_DRIVER', paths: ['/usr/bin/WebKitWebDriver'], packages: ['webkit2gtk-driver', 'xvfb'] },
};

/** The engines named in BROWSERS, Chromium when it names none. An unknown name is an error. */
export function wantedBrowsers(names = process.env.BROWSERS) {
  const wanted = (names || 'chromium').split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !(name in engines));
  if (unknown !== undefined) throw new Error(`BROWSERS: ${unknown} (known: ${Object.keys(engines).join(', ')})`);
  return wanted;
}

/** The program of an engine: what its variable (CHROMIUM, FIREFOX, WEBKIT_DRIVER) names, else where Debian puts it. */
export function browserPath(name) {
  const { variable, paths } = engines[name];
  return process.env[variable] || paths.find((path) => existsSync(path));
}

const isThere = (name) => {
  const path = browserPath(name);
  const { variable } = engines[name];
  if (process.env[variable] && !existsSync(path)) throw new Error(`${variable}: ${path} (no such file)`);
  return path !== undefined && (name !== 'webkit' || existsSync('/usr/bin/Xvfb'));
};

/** The Debian packages that are still missing for these engines; a variable that names no file is an error. */
export const missingPackages = (names) =>
  names.filter((name) => !isThere(name)).flatMap((name) => engines[name].packages);

/**
 * What every Chromium here is started with: no sandbox (tests run as root in containers), nothing in the background, and
 * `gc()` for what may only happen once something was collected.
 */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--js-flags=--expose-gc',
];
