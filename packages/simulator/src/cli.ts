#!/usr/bin/env node
import { performance } from 'node:perf_hooks';
import { runCommand } from './command.js';
import { fitInTerminal, type Terminal } from './fit-in-terminal.js';

// `tactful replay … | head` closes the pipe early: that is an end, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const terminal: Terminal = {
  redraws: process.stderr.isTTY,
  write: (text) => void process.stderr.write(text),
  onInterrupt(stop) {
    process.once('SIGINT', stop);
    return () => void process.off('SIGINT', stop);
  },
};

process.exitCode = await runCommand(process.argv.slice(2), {
  output: {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  },
  watched: process.stdout.isTTY && !process.argv.includes('--json'),
  ...(terminal.redraws ? { progress: (line: string) => terminal.write(`${line}\n`) } : {}),
  stopwatch: () => performance.now(),
  fit: (job) => fitInTerminal(job, { terminal }),
});
