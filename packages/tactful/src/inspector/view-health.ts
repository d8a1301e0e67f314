import type { Health } from '../client/index.js';
import type { LensFormat } from './lens-format.js';
import type { LensWords } from './lens-words.js';

/** A part of what was offered, for a bar and its key. */
export interface HealthPart {
  readonly kind: 'kept' | 'dropped' | 'waiting';
  readonly words: string;
  readonly count: number;
}

/** What `health()` says, in words; pure data. */
export interface HealthView {
  readonly offered: number;
  /** `12 offered = 10 kept + 2 dropped`. */
  readonly sum: string;
  readonly addsUp: boolean;
  /** What was kept, each reason for which something was dropped, what is on its way; none of them empty. */
  readonly parts: readonly HealthPart[];
  /** Each part of the library with how it is; `attention` where somebody should look. */
  readonly lines: readonly {
    readonly name: string;
    readonly said: string;
    readonly attention: boolean;
  }[];
  readonly problems: readonly string[];
  /** How many things somebody should look at. */
  readonly attention: number;
}

type Told = { readonly name: string; readonly at: number } | undefined;

function linesOf(
  { status, degraded, restarts, lastLoss, lastError }: Health,
  { health: words }: LensWords,
  format: LensFormat,
): HealthView['lines'] {
  const { parts } = words;
  const why = (part: keyof Health['degraded']): string => (degraded[part] === undefined ? '' : ` (${degraded[part]})`);
  const told = (what: Told, none: string): string =>
    what === undefined ? none : `${what.name}, ${format.clock(what.at)}`;
  const of = (name: string, said: string, attention: boolean): HealthView['lines'][number] => ({
    name,
    said,
    attention,
  });
  return [
    of(parts.storage, words.storage[status.storage] + why('storage'), degraded.storage !== undefined),
    of(parts.worker, words.worker[status.worker] + why('worker'), degraded.worker !== undefined),
    of(parts.catalog, words.catalog[status.catalog] + why('catalog'), degraded.catalog !== undefined),
    of(parts.restarts, String(restarts), restarts > 0),
    of(parts.lastLoss, told(lastLoss, words.noLoss), lastLoss !== undefined),
    // what went wrong and was met is worth knowing, and nothing to see to
    of(parts.lastError, told(lastError, words.noError), false),
  ];
}

/** What the library says of itself, in the words of one language. */
export function viewHealth(health: Health, words: LensWords, format: LensFormat): HealthView {
  const { offered, kept, dropped, waiting, problems } = health;
  const of = words.health;
  const reasons = Object.entries(dropped).filter(([, count]) => count > 0);
  const lost = reasons.reduce((total, [, count]) => total + count, 0);
  const sum = [`${String(kept)} ${of.kept}`, `${String(lost)} ${of.dropped}`];
  if (waiting > 0) sum.push(`${String(waiting)} ${of.waiting}`);
  const parts: readonly HealthPart[] = [
    { kind: 'kept', words: of.kept, count: kept },
    ...reasons.map(([reason, count]): HealthPart => ({
      kind: 'dropped',
      words: `${of.dropped}: ${of.reason[reason] ?? reason}`,
      count,
    })),
    { kind: 'waiting', words: of.waiting, count: waiting },
  ];
  const lines = linesOf(health, words, format);
  const addsUp = offered === kept + lost + waiting;
  const attention = lines.filter((line) => line.attention).length + (problems.length > 0 ? 1 : 0) + (addsUp ? 0 : 1);
  return {
    offered,
    addsUp,
    lines,
    problems,
    attention,
    sum: of.sum(offered, sum.join(' + ')),
    parts: parts.filter(({ count }) => count > 0),
  };
}
