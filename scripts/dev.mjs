import { installPackages } from './install.mjs';
import { exitCode, main, run, start } from './run.mjs';
import { serve, STRICT_HEADERS } from './serve.mjs';

await main(async () => {
  await installPackages();
  // once before watching: the bundler reads the declarations that the type checker leaves, errors or not
  await exitCode(start('tsc', ['-b']));
  await run('rollup', ['-c', '--silent']);
  const watchers = [
    start('tsc', ['-b', '--watch', '--preserveWatchOutput']),
    start('rollup', ['-c', '--watch', '--no-watch.clearScreen']),
  ];
  const { url, close } = await serve('playground/dist', { port: 4173, headers: STRICT_HEADERS });
  console.log(`shop: ${url}   watching; reload the page after a change; stop with Ctrl+C`);
  const stop = () => {
    for (const watcher of watchers) watcher.kill();
    void close();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
});
