import { parseArgs } from 'node:util';
import { checkCatalog } from './check-catalog.js';
import { HELP } from './help.js';
import { EXIT, type Output } from './output.js';
import { replayLog } from './replay-log.js';
import type { SourceFiles } from './replay-source.js';

/** What the command needs from the process it runs in. */
export interface CommandContext {
  readonly output: Output;
  readonly watched: boolean;
  readonly stopwatch: () => number;
}

type Values = { readonly [Name in 'catalog' | 'events' | 'dataset' | 'data' | 'household']?: string | undefined };

type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'misuse'; readonly why: string }
  | { readonly kind: 'check'; readonly file: string; readonly json: boolean }
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

function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const { json, help, ...named } = values;
  const [command, ...rest] = positionals;
  if (help) return { kind: 'help' };
  if (command === 'check') {
    const [file, ...more] = rest;
    const stray = Object.keys(named)[0];
    if (stray !== undefined) return misuse(`check takes no --${stray}`);
    return file === undefined || more.length > 0 ? misuse('check needs one FILE') : { kind: 'check', file, json };
  }
  if (command === 'replay') {
    if (rest.length > 0) return misuse(`replay takes no ${rest.join(' ')}`);
    const files = readSourceFiles(named);
    return typeof files === 'string' ? misuse(files) : { kind: 'replay', files, json };
  }
  return misuse(
    command === undefined ? 'no command; see tactful --help' : `unknown command: ${command}; see tactful --help`,
  );
}

/** One line, whatever the message was. */
function oneLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
}

function understand(args: readonly string[]): Request {
  try {
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
    case 'check':
      return checkCatalog(request.file, { output: context.output, json: request.json });
    case 'replay':
      return replayLog(request.files, { ...context, json: request.json });
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
