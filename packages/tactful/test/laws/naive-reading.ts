import type { CompiledOffer, Event } from '../../src/engine/index.js';
import type { World } from '../arbitraries.js';

// A second, slower reading of the log, so that the laws do not ask the engine what the engine should do.

const keyOf = ({ at, id }: Event): string => {
  const [replica = '', counter = ''] = id.split(':');
  return `${String(at).padStart(16, '0')} ${replica} ${counter.padStart(6, '0')}`;
};

/** The rows that may be read, in canonical order. */
export const readable = (log: readonly Event[]): readonly Event[] =>
  log.filter(({ origin }) => origin !== 'incidental').sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** The end of the quiet time that the shopper has set and not ended; `-Infinity` for none. */
export function quietUntil(log: readonly Event[]): number {
  const rows = readable(log);
  const ended = rows.map(({ name }) => name).lastIndexOf('quiet_ended');
  const set = rows.slice(ended + 1).filter(({ name }) => name === 'quiet_set');
  return Math.max(-Infinity, ...set.map(({ params }) => Number(params['until'])));
}

/** The last mode the shopper chose, up to a row. */
export function modeOf(log: readonly Event[]): string {
  const last = readable(log)
    .filter(({ name }) => name === 'mode_set')
    .pop();
  const mode = last?.params['mode'];
  return typeof mode === 'string' ? mode : 'normal';
}

function levelOf(log: readonly Event[], about: { readonly facet: string; readonly value: string | undefined }): number {
  const said = readable(log).filter(
    ({ name, params }) =>
      name.startsWith('preference_') && params['facet'] === about.facet && params['value'] === about.value,
  );
  return Number(said[said.length - 1]?.params['level'] ?? 0);
}

const SERVICE: readonly string[] = ['help', 'human', 'thank', 'apology', 'remedy', 'question'];

/** Whether something that the shopper said closes an offer. */
export function isClosed({ offer, prefixes }: CompiledOffer, { log }: World): boolean {
  const nevers = readable(log).filter(({ name }) => name === 'never_stated' || name === 'offer_not_for_me');
  const forbidden = nevers.some(
    ({ params }) =>
      params['offer_id'] === offer.id ||
      params['class'] === offer.class ||
      prefixes.some((prefix) => prefix === params['category']),
  );
  const levels = [...prefixes].reverse().map((value) => levelOf(log, { facet: 'category', value }));
  const all = [...levels, levelOf(log, { facet: 'brand', value: offer.brand })];
  const narrowest = all.find((level) => level !== 0) ?? 0;
  return forbidden || all.includes(-2) || (narrowest < 0 && !SERVICE.includes(offer.class));
}
