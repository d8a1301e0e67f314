import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const BIN = path.resolve('node_modules/.bin');

// npm names its own program; as `npm` it is a shell script on some systems
const programOf = (command, args) =>
  command === 'npm' && process.env.npm_execpath
    ? [process.execPath, [process.env.npm_execpath, ...args]]
    : [command, args];

/** Starts a program of the system or of node_modules/.bin; `options` are those of `spawn`. */
export function start(command, args, options = {}) {
  const [program, list] = programOf(command, args);
  const env = { ...process.env, ...options.env, PATH: `${BIN}${path.delimiter}${process.env.PATH}` };
  return spawn(program, list, { stdio: 'inherit', ...options, env });
}

/** Runs a program to its end; fails with its name when it does not end with 0. */
export async function run(command, args, options = {}) {
  const code = await exitCode(start(command, args, options));
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}: exit ${code}`);
}

// what moves the cursor of a terminal, in output that is read line by line
const CURSOR = new RegExp(`${String.fromCharCode(27)}\\[\\d*[A-GJK]`, 'g');

/** Runs a program to its end; shows what it prints line by line, save the lines that `hidden` fits, and keeps all of it. */
export async function runKept(command, args, { hidden, show = console.log, ...options } = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = exitCode(child);
  let text = '';
  for await (const line of createInterface({ input: child.stdout })) {
    text += `${line}\n`;
    if (!hidden?.test(line)) show(line.replace(CURSOR, ''));
  }
  return { code: await ended, text };
}

/** Runs a program to its end and keeps what it prints, errors among it, without showing anything. */
export async function runSilently(command, args, options = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => parts.push(part));
  return { code: await exitCode(child), text: parts.join('') };
}

/** The exit code of a program that was started. */
export const exitCode = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });

/** Runs the main function of a script: an error becomes one line and exit code 1. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
