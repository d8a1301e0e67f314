import { parseArgs } from 'node:util';
import { POLICY_NAMES, type PolicyName } from './simulate-policies.js';
import { PRIVACY_MIXES, WORLD_NAMES, type PrivacyMix, type WorldName } from './world-preset.js';

/** What is to be simulated, with the files it is about. */
export interface SimulateRequest {
  readonly catalog: string | undefined;
  readonly policy: string | undefined;
  readonly world: WorldName;
  readonly policies: readonly PolicyName[];
  readonly privacy: PrivacyMix;
  readonly shoppers: number;
  readonly seeds: number;
}

/** What `tactful simulate` was asked for; a text says what is wrong with the call. */
export type SimulateCall =
  | { readonly kind: 'simulate-help' }
  | { readonly kind: 'simulate'; readonly request: SimulateRequest; readonly json: boolean };

const OPTIONS = {
  catalog: { type: 'string' },
  policy: { type: 'string' },
  world: { type: 'string', default: 'essays' },
  policies: { type: 'string', default: 'silence,blast,naive,capped,tactful' },
  privacy: { type: 'string', default: 'essays' },
  shoppers: { type: 'string', default: '1000' },
  seeds: { type: 'string', default: '1' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Nobody votes in a terminal. */
const OFFERED: readonly PolicyName[] = POLICY_NAMES.filter((name) => name !== 'class');
const MIXES = Object.keys(PRIVACY_MIXES) as PrivacyMix[];
const MOST = 1_000_000;

const unknown = (option: string, found: string, known: readonly string[]): string =>
  `--${option}: ${found}; known: ${known.join(', ')}`;

function named<Name extends string>(known: readonly Name[], found: string): Name | undefined {
  return known.find((name) => name === found);
}

/** A whole number from 1 on; 0 where it is none. */
function count(text: string): number {
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return value <= MOST ? value : 0;
}

/** The arguments after `simulate`. Throws what node:util throws for options that nobody knows. */
export function readSimulateCall(args: readonly string[]): SimulateCall | string {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json, help, catalog, policy } = values;
  if (help) return { kind: 'simulate-help' };
  if (positionals.length > 0) return `simulate takes no ${positionals.join(' ')}`;
  const world = named(WORLD_NAMES, values.world);
  if (world === undefined) return unknown('world', values.world, WORLD_NAMES);
  const privacy = named(MIXES, values.privacy);
  if (privacy === undefined) return unknown('privacy', values.privacy, MIXES);
  const asked = [...new Set(values.policies.split(','))];
  const policies = asked.flatMap((name) => named(OFFERED, name) ?? []);
  const stray = asked.find((name) => named(OFFERED, name) === undefined);
  if (stray !== undefined) return unknown('policies', stray, OFFERED);
  const [shoppers, seeds] = [count(values.shoppers), count(values.seeds)];
  if (shoppers === 0) return `--shoppers: ${values.shoppers}; should be: a number from 1 to ${String(MOST)}`;
  if (seeds === 0) return `--seeds: ${values.seeds}; should be: a number from 1 to ${String(MOST)}`;
  return { kind: 'simulate', request: { catalog, policy, world, policies, privacy, shoppers, seeds }, json };
}
