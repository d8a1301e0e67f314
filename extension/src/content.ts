import { calmly, DOORBELL_CHANNEL, readAtRest, storedScopes, takeCommand, type StoreContents } from 'tactful/inspector';
import { api } from './api.js';
import { collectPage } from './collect-page.js';
import { isAsk, type Ask, type Found, type Rang } from './messages.js';

// Runs in the page's tab but in a world of its own: the page sees neither this script nor what it opens, and no message
// of the page reaches it. It reads what is at rest; it asks the page nothing.

// A page that asks for the lens by its address opens it itself; this world is not to.
const PLACED = Symbol.for('tactful.lens');

async function readStores(): Promise<Pick<Found, 'stores' | 'unreadable'>> {
  const stores: StoreContents[] = [];
  const unreadable: string[] = [];
  for (const scope of await storedScopes()) {
    try {
      const contents = await readAtRest(scope);
      if (contents) stores.push(contents);
    } catch {
      unreadable.push(scope); // newer than this version, or no answer in time: the panel says so
    }
  }
  return { stores, unreadable };
}

async function look(): Promise<Found> {
  const [stores, page] = await Promise.all([readStores(), collectPage()]);
  return { host: location.host, ...stores, page: { ...page } };
}

function answer(asked: Ask): Promise<unknown> {
  return asked.ask === 'look' ? look() : takeCommand(asked.command, Date.now());
}

function listen(): void {
  api.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
    if (sender.id !== api.runtime.id || !isAsk(message)) return false;
    answer(message).then(reply, (error: unknown) => {
      reply({ failed: error instanceof Error ? error.name : 'unknown failure' });
    });
    return true; // the answer comes later
  });
  const { ring } = calmly(() => {
    const rang: Rang = { rang: true };
    // Nobody listens while the panel is closed; it looks when it opens.
    api.runtime.sendMessage(rang).catch(() => undefined);
  });
  new BroadcastChannel(DOORBELL_CHANNEL).onmessage = ring;
}

if (!Reflect.has(globalThis, PLACED)) {
  Reflect.set(globalThis, PLACED, true);
  listen();
}
