import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of this machine that nobody listens on: the system's choice, so that two who ask at once get two. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
