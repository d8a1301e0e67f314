import { runCommand } from '../src/command.js';

/** What a command said, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Where a command says what it says. */
interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Does some work and keeps what it says, line by line. */
export async function ran(work: (output: Output) => Promise<number>): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await work({ out: (line) => void out.push(line), err: (line) => void err.push(line) });
  return { code, out, err };
}

/** Runs the command `tactful` with a stopwatch that stands still; where it is `watched`, it says how far it is. */
export const runTactful = (args: readonly string[], watched = true): Promise<Ran> =>
  ran((output) => runCommand(args, { output, watched, stopwatch: () => 0 }));
