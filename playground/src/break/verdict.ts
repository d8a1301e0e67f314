import type { BreakTexts } from './texts.js';
import { addsUp, droppedOf, otherTallyOf, tallyOf, type Found, type Run } from './tally.js';

/** What is said of one attack: what was defended and how, what became of the other way, and what else there is to tell. */
export interface Verdict {
  readonly held: boolean;
  readonly ours: string;
  readonly other: string;
  readonly more?: string;
}

function blockedAll({ beacons }: Run): boolean {
  return beacons !== undefined && beacons.blocked >= beacons.planted;
}

function ofBeacons(run: Run, texts: BreakTexts): Verdict {
  const { planted, blocked, own } = run.beacons ?? { planted: 0, blocked: 0, own: 0 };
  const held = blockedAll(run);
  return {
    held,
    ours: held ? texts.held.beacon(blocked, planted) : texts.leaked(blocked, planted),
    other: own > 0 ? texts.ownOut : texts.ownStayed,
  };
}

function isPlace(worker: string, texts: BreakTexts): worker is keyof BreakTexts['where'] {
  return Object.hasOwn(texts.where, worker);
}

function answeredText({ answeredIn, healths }: Run, texts: BreakTexts): string | undefined {
  if (answeredIn === undefined) return undefined;
  if (answeredIn === null) return texts.unanswered;
  const worker = healths.at(-1)?.worker ?? '';
  const where = isPlace(worker, texts) ? texts.where[worker] : worker;
  return texts.answered((answeredIn / 1000).toFixed(1), where);
}

/** One sentence on what was defended and how, from the counts of this attack and from nothing else. */
export function verdictOf(run: Run, found: Found, texts: BreakTexts): Verdict {
  if (run.attack === 'beacon') return ofBeacons(run, texts);
  const tally = tallyOf([run], found);
  const other = otherTallyOf([run], found);
  const held = addsUp(tally) && tally.lost === 0;
  const more = answeredText(run, texts);
  return {
    held,
    ours: held ? texts.held[run.attack](tally.found, droppedOf(tally)) : texts.broken(tally.lost, tally.clicks),
    other: other.lost > 0 ? texts.otherLost[run.attack](other.lost, other.handed) : texts.otherKept,
    ...(more === undefined ? {} : { more }),
  };
}
