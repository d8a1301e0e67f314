import {
  compileCatalog,
  DEFAULT_MODEL,
  DEFAULT_POLICY,
  defaultPurposes,
  ENGINE_VERSION,
  fingerprint,
  type CompiledCatalog,
  type GateContext,
} from 'tactful/engine';
import { problemLine } from './check-catalog.js';
import { EXIT, type Output } from './output.js';
import { replay, type ReplayedDecision, type ReplaySetting } from './replay.js';
import { decisionLine, decisionRow, reportLines, type ReplayReport } from './replay-report.js';
import { asJson, readReplaySource, type ReplaySource, type SourceFiles } from './replay-source.js';
import { spreadOf, summarizeReplay } from './replay-summary.js';

const PLACEMENT = 'home';
const PROGRESS_EVERY_MS = 1000;
const PROBLEMS_SHOWN = 5;

/** How a replay runs. */
export interface ReplayRun {
  readonly output: Output;
  readonly json: boolean;
  /** Whether somebody watches the decisions go by, so that progress beside them would be noise. */
  readonly watched: boolean;
  readonly stopwatch: () => number;
}

function settingFor(
  source: ReplaySource,
  run: { readonly gate: GateContext; readonly compiled: CompiledCatalog; readonly stopwatch: () => number },
): ReplaySetting {
  const { gate, compiled, stopwatch } = run;
  const [policy, model] = [DEFAULT_POLICY, DEFAULT_MODEL];
  return {
    catalog: compiled,
    policy,
    model,
    purposes: gate.purposes,
    consent: gate.consent,
    placement: PLACEMENT,
    config: fingerprint(asJson({ catalog: source.catalog, policy, model, purposes: gate.purposes })),
    exposures: source.events.some(({ name }) => name === 'offer_shown') ? 'log' : 'replay',
    stopwatch,
  };
}

function runDecisions(
  source: ReplaySource,
  run: { readonly setting: ReplaySetting; readonly how: ReplayRun },
): readonly ReplayedDecision[] {
  const { setting, how } = run;
  const { output, json, watched, stopwatch } = how;
  const total = source.steps.filter(({ kind }) => kind === 'decide').length;
  const decisions: ReplayedDecision[] = [];
  let told = stopwatch();
  for (const made of replay(source.steps, setting)) {
    decisions.push(made);
    if (!json) output.out(decisionLine(decisionRow(made, setting.catalog)));
    if (watched || stopwatch() - told < PROGRESS_EVERY_MS) continue;
    told = stopwatch();
    output.err(`${String(decisions.length)} of ${String(total)} decisions`);
  }
  return decisions;
}

function countClasses(source: ReplaySource): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { class: offerClass } of source.catalog.offers) counts[offerClass] = (counts[offerClass] ?? 0) + 1;
  return counts;
}

function tellProblems({ problems, refused }: ReplaySource, output: Output): void {
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) output.err(`dropped: ${problemLine(problem)}`);
  for (const { row, why } of refused.slice(0, PROBLEMS_SHOWN)) output.err(`refused: row ${String(row)}: ${why}`);
  const more = Math.max(0, problems.length - PROBLEMS_SHOWN) + Math.max(0, refused.length - PROBLEMS_SHOWN);
  if (more > 0) output.err(`and ${String(more)} more`);
}

/** The command `replay`: prints each decision as it is made, then the figures. Resolves to the exit code. */
export async function replayLog(files: SourceFiles, how: ReplayRun): Promise<number> {
  const { output, json, stopwatch } = how;
  const gate: GateContext = { purposes: defaultPurposes(), consent: { personalization: 'in' } };
  if (files.kind === 'completejourney') output.err('reading the catalogue and the baskets');
  const source = await readReplaySource(files, gate);
  tellProblems(source, output);
  const begun = stopwatch();
  const compiled = compileCatalog(source.catalog, DEFAULT_MODEL);
  const compileMs = stopwatch() - begun;
  const setting = settingFor(source, { gate, compiled, stopwatch });
  const decisions = runDecisions(source, { setting, how });
  const report: ReplayReport = {
    about: source.about,
    notes: source.notes,
    engine: ENGINE_VERSION,
    config: setting.config,
    offers: { compiled: compiled.offers.length, dropped: source.problems.length, byClass: countClasses(source) },
    ...(source.baskets === undefined ? {} : { baskets: source.baskets }),
    summary: summarizeReplay(decisions, compiled),
    timings: {
      compileMs,
      decideMs: spreadOf(decisions.map(({ decideMs }) => decideMs)),
      foldMs: spreadOf(decisions.map(({ foldMs }) => foldMs)),
    },
  };
  if (json)
    output.out(JSON.stringify({ ...report, decisions: decisions.map((made) => decisionRow(made, compiled)) }, null, 2));
  else for (const line of reportLines(report)) output.out(line);
  return EXIT.done;
}
