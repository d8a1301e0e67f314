import {
  compileCatalog,
  dataNeeds,
  DEFAULT_POLICY,
  defaultPurposes,
  foldLog,
  profileView,
  type CompiledCatalog,
  type DecisionTrace,
  type GateContext,
} from 'tactful/engine';
import { problemLine } from './check-catalog.js';
import { EXIT, type Output } from './output.js';
import { profileFormat } from './profile-format.js';
import { profileLines } from './profile-report.js';
import type { ProfileRequest } from './profile-request.js';
import { readProfileSource, type ProfileSource } from './profile-source.js';
import { pageViewSteps } from './replay-steps.js';
import { replay } from './replay.js';

const PROBLEMS_SHOWN = 5;
const PLACEMENT = 'home';

function tellDropped({ problems }: ProfileSource, output: Output): void {
  for (const problem of problems.slice(0, PROBLEMS_SHOWN)) output.err(`dropped: ${problemLine(problem)}`);
  const more = problems.length - PROBLEMS_SHOWN;
  if (more > 0) output.err(`and ${String(more)} more`);
}

/** The decisions that a page with this catalogue would have made: without them nobody can say what the rows were good for. */
function decisionsOf(
  source: ProfileSource,
  { gate, catalog }: { readonly gate: GateContext; readonly catalog: CompiledCatalog },
): readonly DecisionTrace[] {
  if (catalog.offers.length === 0) return [];
  const { model, events } = source;
  const exposures = events.some(({ name }) => name === 'offer_shown') ? 'log' : 'replay';
  const setting = {
    ...gate,
    catalog,
    model,
    policy: DEFAULT_POLICY,
    placement: PLACEMENT,
    config: '',
    exposures,
  } as const;
  return [...replay(pageViewSteps(events), { ...setting, stopwatch: () => 0 })].map(({ trace }) => trace);
}

/** The command `profile`: prints everything known of the shopper of a log. Resolves to the exit code. */
export async function profileLog(
  request: ProfileRequest,
  how: { readonly output: Output; readonly json: boolean },
): Promise<number> {
  const { output, json } = how;
  const gate: GateContext = { purposes: defaultPurposes(), consent: { personalization: 'in' } };
  const source = await readProfileSource(request, gate);
  tellDropped(source, output);
  const { events, later, refused, model, now } = source;
  const policy = DEFAULT_POLICY;
  const catalog = compileCatalog(source.catalog, model);
  const folded = foldLog(events, { catalog, model, wearHalfLifeDays: policy.wear.halfLifeDays });
  const traces = decisionsOf(source, { gate, catalog });
  const view = profileView(
    { folded, catalog, model, policy, now },
    dataNeeds(events, { purposes: gate.purposes, traces }),
  );
  if (json) {
    for (const { row, why } of refused) output.err(`refused: row ${String(row)}: ${why}`);
    output.out(JSON.stringify(view, null, 2));
  } else {
    const format = profileFormat(catalog, { lang: request.lang, offset: now.offset });
    const report = { view, later, refused, decisions: traces.length, lang: request.lang, format };
    for (const line of profileLines(report)) output.out(line);
  }
  return EXIT.done;
}
