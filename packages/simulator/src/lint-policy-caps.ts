import { CHANNELS, DAY_MS, durationMs, type Cap } from 'tactful/engine';
import { isLooser } from './lint-caps.js';
import type { Finding } from './lint-finding.js';
import { listOf, looser, memberPath, misfit, type PolicyField, type ReadField } from './lint-policy-field.js';
import { isFields } from './lint-rule.js';

const CAPS = 'a list of caps: [{"cap": 3, "period": "P7D"}]';

const isCap = (given: unknown): given is Cap =>
  isFields(given) &&
  typeof given['cap'] === 'number' &&
  Number.isFinite(given['cap']) &&
  typeof given['period'] === 'string' &&
  durationMs(given['period']) !== undefined;

const perDay = ({ cap, period }: Cap): number => cap / ((durationMs(period) ?? 0) / DAY_MS);

function looserCaps(path: string, given: readonly Cap[], norms: readonly Cap[]): readonly Finding[] {
  const most = norms.map(({ cap, period }) => `at most ${String(cap)} in ${period}`).join(' and ');
  const above = given.flatMap((cap, at) =>
    norms.some((norm) => isLooser(cap, norm)) ? [looser({ path: memberPath(path, at), given: cap }, most)] : [],
  );
  if (above.length > 0) return above;
  // Ten a day is no more than ten a week to a cap by itself; over the week somebody has to count.
  const isKept = (norm: Cap): boolean => given.some((cap) => perDay(cap) <= perDay(norm));
  return norms.every(isKept) ? [] : [looser({ path, given }, most)];
}

/** A list of caps: each as tight as the shipped ones in proportion, and none of these without a cap that keeps it. */
export const caps: ReadField = listOf(
  { list: CAPS, each: 'a number in a period: {"cap": 3, "period": "P7D"}', holds: isCap },
  ({ path, usual }, list) => looserCaps(path, list, usual as readonly Cap[]),
);

/** Lists of caps by channel. */
export const capsByChannel: ReadField = (field: PolicyField) => {
  const { path, given, usual } = field;
  if (!isFields(given)) return [misfit(field, `${CAPS} by channel`)];
  return Object.entries(given).flatMap(([channel, list]) => {
    const place = { path: `${path}.${channel}`, given: list };
    const shipped = isFields(usual) && Object.hasOwn(usual, channel) ? usual[channel] : [];
    return (CHANNELS as readonly string[]).includes(channel)
      ? caps({ ...place, usual: shipped })
      : [misfit(place, `a channel: ${CHANNELS.join(', ')}`)];
  });
};
