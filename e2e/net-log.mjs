import { readFileSync } from 'node:fs';

// What a NetLog calls the events in which something was asked for: an address, a connection made ahead, a host name.
const ASKING = ['URL_REQUEST_START_JOB', 'HTTP_STREAM_JOB_CONTROLLER', 'HOST_RESOLVER_MANAGER_REQUEST'];

// Where Chromium itself calls when it starts, whatever page is open. Such a call has no initiator; a page's has.
const OF_THE_BROWSER = [
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
];
const NO_INITIATOR = [undefined, 'not an origin'];

// The resolver rule sends every name but the loopback's to this one, which does not exist.
const BLOCKED = '~notfound';
const WITHOUT_NETWORK = ['data:', 'blob:', 'about:', 'chrome:', 'chrome-extension:', 'devtools:'];

/** What a Chromium is started with that can reach the loopback only, and writes down whatever it tries. */
export const netLogArgs = (file) => [
  `--log-net-log=${file}`,
  '--net-log-capture-mode=Everything',
  `--host-resolver-rules=MAP * ${BLOCKED}, EXCLUDE 127.0.0.1`,
];

// The log of a browser that ended in a hurry lacks its closing brackets.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.replace(/,?\s*$/, '')}]}`);
  }
}

/**
 * What was asked for, as a Chromium NetLog tells it: `{target, initiator}`, each once. It holds what a page's own request
 * events leave out: beacons, workers, connections made ahead, sockets.
 */
export function requestedIn(file) {
  const { constants, events } = parsed(readFileSync(file, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const asked = events
    .filter(({ type }) => ASKING.includes(names.get(type)))
    .map(({ params = {} }) => ({ target: params.url ?? params.host, initiator: params.initiator }))
    .filter(({ target }) => target !== undefined);
  return [...new Map(asked.map((one) => [`${one.target} ${one.initiator}`, one])).values()];
}

function isForeign({ target, initiator }, origin) {
  const { origin: to, protocol, hostname } = new URL(target.includes('://') ? target : `dns://${target}`);
  if (to === origin || WITHOUT_NETWORK.includes(protocol)) return false;
  if (hostname === BLOCKED || (protocol === 'dns:' && hostname === '127.0.0.1')) return false;
  return !(NO_INITIATOR.includes(initiator) && OF_THE_BROWSER.includes(hostname));
}

/** The targets outside `origin`, other than the browser's own calls. Empty when nothing left. */
export const foreignIn = (file, { origin }) => [
  ...new Set(
    requestedIn(file)
      .filter((asked) => isForeign(asked, origin))
      .map(({ target }) => target),
  ),
];
