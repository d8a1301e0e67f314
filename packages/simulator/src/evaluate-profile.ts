import { existsSync } from 'node:fs';
import path from 'node:path';
import { ENGINE_VERSION } from 'tactful/engine';
import type { EvaluationPart } from './evaluate-parts.js';
import { evaluationLines, isEvaluated, type EvaluationGap, type EvaluationReport } from './evaluate-report.js';
import type { EvaluationSection } from './evaluate-section.js';
import { EXIT, type Output } from './output.js';

/** How an evaluation runs. */
export interface EvaluationRun {
  readonly output: Output;
  readonly json: boolean;
  readonly parts: readonly EvaluationPart[];
  readonly progress?: ((line: string) => void) | undefined;
}

async function evaluatePart(
  { title, folders, evaluate }: EvaluationPart,
  data: string,
): Promise<readonly (EvaluationSection | EvaluationGap)[]> {
  const missing = folders.map((folder) => path.join(data, folder)).find((place) => !existsSync(place));
  if (missing !== undefined) return [{ title, missing }];
  try {
    return await evaluate(data);
  } catch (error) {
    // One bad file must not hide the figures of the other sets; the exit code still says it.
    return [{ title, failed: (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ') }];
  }
}

/**
 * The command `evaluate profile`: what the profile guesses about real customers, beside simple rivals.
 *
 * A data set that is not there is said and skipped. Resolves to the exit code: 1 when a bar is missed,
 * a data set cannot be read, or none is there.
 */
export async function evaluateProfile(data: string, { output, json, parts, progress }: EvaluationRun): Promise<number> {
  const sections: (EvaluationSection | EvaluationGap)[] = [];
  for (const [index, part] of parts.entries()) {
    progress?.(`${String(index + 1)} of ${String(parts.length)}: ${part.title}`);
    sections.push(...(await evaluatePart(part, data)));
  }
  const evaluated = sections.filter(isEvaluated);
  if (evaluated.length === 0 && sections.every((part) => !isEvaluated(part) && part.missing !== undefined))
    output.err(
      `tactful: ${data}: none of the data sets is there: ${[...new Set(parts.flatMap(({ folders }) => folders))].join(', ')}`,
    );
  const bars = evaluated.flatMap((section) => section.bars ?? []);
  const missed = bars.filter(({ met }) => !met).length;
  const report: EvaluationReport = {
    engine: ENGINE_VERSION,
    sections,
    bars: { met: bars.length - missed, missed },
  };
  if (json) output.out(JSON.stringify(report, null, 2));
  else for (const line of evaluationLines(report)) output.out(line);
  const failed = sections.some((part) => !isEvaluated(part) && part.failed !== undefined);
  return evaluated.length === 0 || failed || missed > 0 ? EXIT.failed : EXIT.done;
}
