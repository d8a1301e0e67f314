import { readFileSync } from 'node:fs';

// What a NetLog calls the events in which something was asked for: an address, a connection made ahead, a host name.
const ASKING = [
  'URL_REQUEST_START_JOB',
  'HTTP_STREAM_JOB_CONTROLLER',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'QUIC_SESSION_WEBTRANSPORT_CLIENT_ALIVE',
];

// A socket that hears everybody: opened by a page's RTCPeerConnection, and by nothing that the browser does by itself.
const OPEN_SOCKET = /^(0\.0\.0\.0|\[::\]):/;

// Where Chromium itself calls when it starts, whatever page is open. Such a call has no initiator; a page's has.
const OF_THE_BROWSER = [
  'accounts.google.com',
  'clients2.google.com',
  'redirector.gvt1.com', // a dictionary, once somebody types
  'update.googleapis.com',
];
const NO_INITIATOR = [undefined, 'not an origin'];

// The resolver rule sends every name but the loopback's to this one, which does not exist. The log no longer tells which
// name was meant, but for whom it was looked up: nobody, or the very site it calls, where the browser itself asks.
const BLOCKED = '~notfound';
const OWN_SITES = OF_THE_BROWSER.map((host) => host.split('.').slice(-2).join('\\.')).join('|');
const FOR_THE_BROWSER = new RegExp(`^(null|https://(${OWN_SITES}) same_site)`);
const WITHOUT_NETWORK = ['data:', 'blob:', 'about:', 'chrome:', 'chrome-extension:', 'devtools:'];

/**
 * What a Chromium is started with that can reach the loopback only, and writes down whatever it tries. `reachable`, as
 * `*.planted.test`, are names that lead to the loopback as well.
 */
export const netLogArgs = (file, { reachable } = {}) => [
  `--log-net-log=${file}`,
  '--net-log-capture-mode=Everything',
  // it would ask its maker about the forms of a page, and look that name up for the page
  '--disable-features=AutofillServerCommunication',
  `--host-resolver-rules=${reachable ? `MAP ${reachable} 127.0.0.1, ` : ''}MAP * ${BLOCKED}, EXCLUDE 127.0.0.1`,
];

// The log of a browser that ended in a hurry lacks its closing brackets.
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.replace(/,?\s*$/, '')}]}`);
  }
}

const socketIn = (name, { address } = {}) =>
  name === 'UDP_LOCAL_ADDRESS' && OPEN_SOCKET.test(address) ? [{ target: `udp://${address}` }] : [];

function askedBy(name, params = {}) {
  if (!ASKING.includes(name)) return socketIn(name, params);
  const { url, host, initiator, network_anonymization_key: lookedUpFor } = params;
  const target = url ?? host;
  return target === undefined ? [] : [{ target, initiator, lookedUpFor }];
}

/**
 * What was asked for, as a Chromium NetLog tells it: `{target, initiator, lookedUpFor}`, each once. It holds what a page's
 * own request events leave out: beacons, workers, connections made ahead, names looked up ahead, sockets.
 */
export function requestedIn(file) {
  const { constants, events } = parsed(readFileSync(file, 'utf8'));
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const asked = events.flatMap(({ type, params }) => askedBy(names.get(type), params));
  return [...new Map(asked.map((one) => [Object.values(one).join(' '), one])).values()];
}

function isForeign({ target, initiator, lookedUpFor }, origin) {
  const { origin: to, protocol, hostname } = new URL(target.includes('://') ? target : `dns://${target}`);
  if (to === origin || WITHOUT_NETWORK.includes(protocol)) return false;
  if (hostname === BLOCKED) return !FOR_THE_BROWSER.test(lookedUpFor);
  if (protocol === 'dns:' && hostname === '127.0.0.1') return false;
  return !(NO_INITIATOR.includes(initiator) && OF_THE_BROWSER.includes(hostname));
}

/**
 * The targets outside `origin`, other than the browser's own calls. Empty when nothing left. A name that was only looked
 * up is `scheme://~notfound` and for whom, a socket open to everybody `udp://`.
 */
export const foreignIn = (file, { origin }) => [
  ...new Set(
    requestedIn(file)
      .filter((asked) => isForeign(asked, origin))
      .map(({ target, lookedUpFor }) => (target.endsWith(BLOCKED) ? `${target} for ${lookedUpFor}` : target)),
  ),
];
