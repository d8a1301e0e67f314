import type { Audience, DecideInput } from './decide-input.js';
import type { MomentKind, Weather } from './moment-signal.js';

/** What a decision was asked with, as far as no row tells it. Places are never kept. */
export interface AskedWith {
  readonly most?: number;
  readonly audience?: Audience;
  readonly sector?: string;
  readonly moment?: MomentKind;
  readonly weather?: Weather;
}

/** What of an input a replay could not find again; `undefined` where all of it is as usual. */
export function askedWith({ most, audience, sector, signals }: DecideInput): AskedWith | undefined {
  const { moment, weather } = signals ?? {};
  const asked: AskedWith = {
    ...(most === undefined ? {} : { most }),
    ...(audience === undefined || audience === 'general' ? {} : { audience }),
    ...(sector === undefined ? {} : { sector }),
    ...(moment ? { moment: moment.value } : {}),
    ...(weather ? { weather: weather.value } : {}),
  };
  return Object.keys(asked).length > 0 ? asked : undefined;
}
