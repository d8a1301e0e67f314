import type { CatalogProblem } from 'tactful/engine';

/** An error fails the check; a warning is printed and lets it pass. */
export type Level = 'error' | 'warning';

/** Something in a file that should change: where, what stands there, and what to do. */
export interface Finding extends CatalogProblem {
  /** The name of the rule, stable: `pressing`. */
  readonly rule: string;
  readonly level: Level;
  /** Id of the offer or product it is about, where it is about one. */
  readonly offer?: string;
}

/** What a rule saw: a path below what it looked at, the value there, and what to do. */
export type Spotted = readonly [path: string, found: unknown, fix: string];

const MAX_SHOWN = 80;

/** A value as JSON, cut to 80 characters; `nothing` where there is none. */
export function shownValue(found: unknown): string {
  return found === undefined ? 'nothing' : JSON.stringify(found).slice(0, MAX_SHOWN);
}

/** A finding from what a rule saw below a path. */
export function findingAt(
  where: { readonly path: string; readonly offer?: string },
  what: { readonly rule: string; readonly level: Level; readonly spotted: Spotted },
): Finding {
  const [key, found, fix] = what.spotted;
  const path = [where.path, key].filter((part) => part !== '').join('.');
  const offer = where.offer === undefined ? {} : { offer: where.offer };
  return { rule: what.rule, level: what.level, ...offer, path, found: shownValue(found), fix };
}

/** Findings as the file reads: what is about all of it first, then entry by entry; of one entry in the order given. */
export function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  const lists = new Map<string, { readonly index: number; readonly finding: Finding }[]>();
  for (const finding of findings) {
    const [, list = ' ', index = '0'] = /^([a-zA-Z]*)\[(\d+)\]/.exec(finding.path) ?? [];
    const known = lists.get(list);
    if (known) known.push({ index: Number(index), finding });
    else lists.set(list, [{ index: Number(index), finding }]);
  }
  const whole = lists.get(' ') ?? [];
  lists.delete(' ');
  return [whole, ...lists.values()].flatMap((list) =>
    [...list].sort((a, b) => a.index - b.index).map(({ finding }) => finding),
  );
}
