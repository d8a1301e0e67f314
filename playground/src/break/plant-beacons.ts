import type { BeaconCount } from './tab-protocol.js';

// A name that is kept free for ever: even without a policy nobody is there. Each way has a host of its own, since of what
// was blocked the browser may report no more than that.
const stranger = (way: string): string => `https://${way}.beacon.invalid/?seen=hose`;
/** The browser reports what it blocked in a task of its own. */
const REPORTS_MS = 250;

function place(tag: 'script' | 'iframe', src: string): void {
  const element = Object.assign(document.createElement(tag), { src });
  document.body.append(element);
  setTimeout(() => {
    element.remove();
  }, REPORTS_MS);
}

// each way by which a script can send a few words away, as trackers do
const WAYS: Readonly<Record<string, (to: string) => unknown>> = {
  image: (to) => {
    new Image().src = to;
  },
  fetch: (to) => fetch(to, { mode: 'no-cors' }).catch(() => undefined),
  ping: (to) => navigator.sendBeacon(to),
  socket: (to) => new WebSocket(to.replace('https', 'wss')),
  script: (to) => {
    place('script', to);
  },
  frame: (to) => {
    place('iframe', to);
  },
};

/** One beacon to this site's own address, which no policy of the site forbids; how many went out. */
function plantOwn(): Promise<number> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      resolve(1);
    };
    image.onerror = () => {
      resolve(0);
    };
    image.src = new URL('../icon.svg?seen=hose', document.baseURI).href;
  });
}

/** Tries to send a few words to a stranger in every way there is, and counts the ways that the browser reports as blocked. */
export async function plantBeacons(): Promise<BeaconCount> {
  const ways = Object.entries(WAYS);
  const blocked = new Set<string>();
  const note = ({ blockedURI }: SecurityPolicyViolationEvent): void => {
    for (const [way] of ways) if (blockedURI.includes(`//${way}.beacon.invalid`)) blocked.add(way);
  };
  document.addEventListener('securitypolicyviolation', note);
  for (const [way, send] of ways) {
    try {
      send(stranger(way));
    } catch {
      // refused aloud: reported all the same
    }
  }
  const own = await plantOwn();
  await new Promise((resolve) => setTimeout(resolve, REPORTS_MS));
  document.removeEventListener('securitypolicyviolation', note);
  return { planted: ways.length, blocked: blocked.size, own };
}
