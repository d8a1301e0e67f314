import { pretendEvent, type PretendEvent } from './pretend-event.js';

/** Who sent a message, as the browser says it. */
export interface Sender {
  readonly id: string;
  readonly tab?: { readonly id: number };
}

/** A listener for messages; `true` means that the answer comes later. */
export type MessageListener = (message: unknown, sender: Sender, reply: (answer: unknown) => void) => unknown;

/** A place where messages arrive. */
export type Mailbox = PretendEvent<MessageListener>;

/** A mailbox that nobody reads yet. */
export const mailbox = (): Mailbox => pretendEvent<MessageListener>();

/**
 * Delivers a message as extensions do: a copy as JSON, to everybody there, and the first answer counts. Rejects when nobody
 * listens.
 */
export async function deliver(box: Mailbox, message: unknown, sender: Sender): Promise<unknown> {
  const readers = box.listeners();
  if (readers.length === 0) throw new Error('Could not establish connection. Receiving end does not exist.');
  const text = JSON.stringify(message);
  return new Promise((resolve) => {
    const reply = (answer: unknown): void => {
      resolve(answer === undefined ? undefined : JSON.parse(JSON.stringify(answer)));
    };
    const later = readers.map((reader) => reader(JSON.parse(text), sender, reply) === true);
    if (!later.includes(true)) resolve(undefined);
  });
}
