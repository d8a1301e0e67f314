// A beacon planted in each channel that a page has: the gate of the zero-egress test must catch every one that fires.
import { CHANNEL_NAMES, fireBeacons } from '../beacons.mjs';

export const name = 'beacons';
export const engines = ['chromium'];
export const sizes = { short: { rounds: 1, settle: 1000 }, long: { rounds: 10, settle: 3000 } };

// A channel that does not fire here shows nothing: so many of them do, at least.
const FIRE = 26;

/** Once with a listener that each name leads to, once with no name that leads anywhere: as the shop is tested. */
async function fireOnce(asked) {
  const live = await fireBeacons(asked);
  const blocked = await fireBeacons({ ...asked, reachable: false });
  const caught = new Map(blocked.map((one) => [one.channel, one.caught]));
  return live.map((one) => ({ ...one, unreachable: caught.get(one.channel) ?? [] }));
}

const fires = ({ arrived, caught, unreachable }) => arrived.length + caught.length + unreachable.length > 0;

const isMissed = (one) => fires(one) && (one.caught.length === 0 || one.unreachable.length === 0);

/** On a busy machine a beacon may fire when nobody looks any more: such a one is fired again, and has more time. */
async function fireTwice(asked) {
  const first = await fireOnce(asked);
  const names = first.filter(isMissed).map(({ channel }) => channel);
  if (names.length === 0) return first;
  const again = new Map(
    (await fireOnce({ ...asked, names, settle: 4 * asked.settle })).map((one) => [one.channel, one]),
  );
  const isShown = (channel) => again.has(channel) && fires(again.get(channel));
  return first.map((one) => (isShown(one.channel) ? again.get(one.channel) : one));
}

const lineOf = ({ channel, arrived, caught, unreachable, told }) =>
  [
    channel.padEnd(22),
    (arrived.length > 0 ? 'arrived' : '-').padEnd(9),
    (caught.length > 0 ? 'caught' : '-').padEnd(8),
    (unreachable.length > 0 ? 'caught' : '-').padEnd(8),
    told.length > 0 ? 'told' : '-',
  ].join(' ');

function printed(results) {
  console.error(`${'channel'.padEnd(22)} listener  gate     blocked  page's own events`);
  for (const one of results) console.error(lineOf(one));
}

const missedBy = (results, gate) => results.filter((one) => fires(one) && one[gate].length === 0);

const figure = (what, missed, of) => ({
  what,
  figure: missed.length === 0 ? `${of} of ${of}` : `missed ${missed.map(({ channel }) => channel).join(', ')}`,
  wanted: 'all that fire',
  ok: missed.length === 0,
});

export async function run({ size: { rounds, settle }, progress }) {
  const results = [];
  for (let round = 0; round < rounds; round += 1) {
    const fired = await fireTwice({ settle });
    if (round === 0) printed(fired);
    results.push(...fired);
    progress(round + 1, rounds, 'rounds');
  }
  const fired = results.filter(fires);
  const channels = new Set(fired.map(({ channel }) => channel));
  return {
    figures: [
      {
        what: 'channels that fire here',
        figure: `${channels.size} of ${CHANNEL_NAMES.length}`,
        wanted: `>= ${FIRE}`,
        ok: channels.size >= FIRE,
      },
      figure('beacons caught, with a listener at the other end', missedBy(results, 'caught'), fired.length),
      figure('beacons caught, with no name that leads anywhere', missedBy(results, 'unreachable'), fired.length),
    ],
  };
}

/** The gate that a page's own request events are: it misses some, or it would do. */
export async function control({ size: { settle } }) {
  const names = ['fetch', 'preconnect', 'window-open', 'websocket', 'webtransport'];
  const results = (await fireTwice({ names, settle })).filter(fires);
  return {
    figures: [figure("beacons told by the page's own request events", missedBy(results, 'told'), results.length)],
  };
}
