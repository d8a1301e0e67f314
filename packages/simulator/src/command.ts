import { parseArgs } from 'node:util';
import { checkCatalog } from './check-catalog.js';
import { CHECK_HELP, COMPILE_HELP } from './check-help.js';
import { readCheckCall, type CheckCall } from './check-request.js';
import { compileCatalogFile } from './compile-catalog-file.js';
import { readCompileCall, type CompileCall } from './compile-request.js';
import { EVALUATION_PARTS } from './evaluate-parts.js';
import { evaluateProfile } from './evaluate-profile.js';
import { fitFile } from './fit-file.js';
import { fitIntentFile } from './fit-intent-file.js';
import { fitPopulation, type RunFit } from './fit-population.js';
import { readFitCall, type FitCall } from './fit-request.js';
import { HELP } from './help.js';
import { EXIT, type Output } from './output.js';
import { profileLog } from './profile-log.js';
import { readProfileCall, type ProfileCall } from './profile-request.js';
import { replayLog } from './replay-log.js';
import type { SourceFiles } from './replay-source.js';
import { simulateWorld } from './simulate-command.js';
import { SIMULATE_HELP } from './simulate-help.js';
import { readSimulateCall, type SimulateCall } from './simulate-request.js';

/** What the command needs from the process it runs in. */
export interface CommandContext {
  readonly output: Output;
  readonly watched: boolean;
  /** Told how far a long work is, where somebody watches; by default nobody is. */
  readonly progress?: (line: string) => void;
  readonly stopwatch: () => number;
  /** How a fit is made; by default in this thread. */
  readonly fit?: RunFit;
}

type Values = { readonly [Name in 'catalog' | 'events' | 'dataset' | 'data' | 'household']?: string | undefined };

type Request =
  | CheckCall
  | CompileCall
  | FitCall
  | ProfileCall
  | SimulateCall
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly why: string }
  | { readonly kind: 'evaluate'; readonly data: string; readonly json: boolean }
  | { readonly kind: 'replay'; readonly files: SourceFiles; readonly json: boolean };

const OPTIONS = {
  catalog: { type: 'string' },
  events: { type: 'string' },
  dataset: { type: 'string' },
  data: { type: 'string' },
  household: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const misuse = (why: string): Request => ({ kind: 'misuse', why });

function readSourceFiles({ catalog, events, dataset, data, household }: Values): SourceFiles | string {
  if (dataset === undefined) {
    if (data !== undefined || household !== undefined) return '--data and --household need --dataset';
    if (catalog === undefined || events === undefined)
      return 'replay needs --catalog FILE and --events FILE, or --dataset completejourney and --data DIR';
    return { kind: 'files', catalog, events };
  }
  if (dataset !== 'completejourney') return `--dataset: ${dataset}; known: completejourney`;
  if (catalog !== undefined || events !== undefined) return '--dataset brings its own catalogue and events';
  if (data === undefined) return '--dataset needs --data DIR';
  if (household !== undefined && !/^\d+$/.test(household)) return `--household: ${household}; should be: a number`;
  return { kind: 'completejourney', folder: data, household };
}

function readEvaluation(named: Values, { rest, json }: { rest: readonly string[]; json: boolean }): Request {
  const { data, ...strays } = named;
  const stray = Object.keys(strays)[0];
  if (rest.length !== 1 || rest[0] !== 'profile') return misuse(`evaluate: ${rest.join(' ')}; known: profile`);
  if (stray !== undefined) return misuse(`evaluate takes no --${stray}`);
  return data === undefined ? misuse('evaluate profile needs --data DIR') : { kind: 'evaluate', data, json };
}

function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json, help, ...named } = values;
  const [command, ...rest] = positionals;
  if (help) return { kind: 'help' };
  if (command === 'replay') {
    if (rest.length > 0) return misuse(`replay takes no ${rest.join(' ')}`);
    const files = readSourceFiles(named);
    return typeof files === 'string' ? misuse(files) : { kind: 'replay', files, json };
  }
  if (command === 'evaluate') return readEvaluation(named, { rest, json });
  return misuse(
    command === undefined ? 'no command; see tactful --help' : `unknown command: ${command}; see tactful --help`,
  );
}

/** One line, whatever the message was. */
function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
}

const fitHere: RunFit = (job) => Promise.resolve(job).then((given) => fitPopulation(given));

/** `fit` has options of its own; elsewhere they would be strays. */
function readFitRequest(args: readonly string[], at: number): Request {
  const call = readFitCall(args.filter((_, index) => index !== at));
  return typeof call === 'string' ? misuse(call) : call;
}

/** So has `profile`. */
function readProfileRequest(args: readonly string[], at: number): Request {
  const call = readProfileCall(args.filter((_, index) => index !== at));
  return typeof call === 'string' ? misuse(call) : call;
}

const without = (args: readonly string[], at: number): readonly string[] => args.filter((_, index) => index !== at);
const calledOrMisused = (call: Request | string): Request => (typeof call === 'string' ? misuse(call) : call);

function understand(args: readonly string[]): Request {
  try {
    const first = args.findIndex((arg) => !arg.startsWith('-'));
    if (args[first] === 'check') return calledOrMisused(readCheckCall(without(args, first)));
    if (args[first] === 'compile') return calledOrMisused(readCompileCall(without(args, first)));
    if (args[first] === 'fit') return readFitRequest(args, first);
    if (args[first] === 'profile') return readProfileRequest(args, first);
    if (args[first] === 'simulate') return calledOrMisused(readSimulateCall(without(args, first)));
    return readRequest(args);
  } catch (error) {
    // node:util adds advice after the first sentence; the help says it shorter.
    return misuse(oneLine(error).replace(/\. To specify .*/, ''));
  }
}

async function run(request: Request, context: CommandContext): Promise<number> {
  switch (request.kind) {
    case 'help':
      context.output.out(HELP);
      return EXIT.done;
    case 'misuse':
      context.output.err(`tactful: ${request.why}`);
      return EXIT.misused;
    case 'check-help':
      context.output.out(CHECK_HELP);
      return EXIT.done;
    case 'check':
      return checkCatalog(request.request, { output: context.output, json: request.json });
    case 'compile-help':
      context.output.out(COMPILE_HELP);
      return EXIT.done;
    case 'compile':
      return compileCatalogFile(request.request, { output: context.output, json: request.json });
    case 'evaluate':
      return evaluateProfile(request.data, {
        output: context.output,
        json: request.json,
        parts: EVALUATION_PARTS,
        progress: context.progress,
      });
    case 'fit':
      return fitFile(request.request, { output: context.output, json: request.json, fit: context.fit ?? fitHere });
    case 'fit-intent':
      return fitIntentFile(request, { output: context.output, json: request.json });
    case 'profile':
      return profileLog(request.request, { output: context.output, json: request.json });
    case 'replay':
      return replayLog(request.files, { ...context, json: request.json });
    case 'simulate-help':
      context.output.out(SIMULATE_HELP);
      return EXIT.done;
    case 'simulate': {
      const { output, progress } = context;
      return simulateWorld(request.request, { output, json: request.json, progress });
    }
  }
}

/**
 * The command `tactful` with its arguments; resolves to its exit code and never rejects.
 *
 * Whatever goes wrong is one line on `output.err`.
 */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    return await run(understand(args), context);
  } catch (error) {
    context.output.err(`tactful: ${oneLine(error)}`);
    return EXIT.failed;
  }
}
