import {
  commandAck,
  DOORBELL_CHANNEL,
  eraseAtRest,
  forgetAtRest,
  leaveCommand,
  readAtRest,
  type ControlRecord,
  type Doorbell,
  type ErasureReceipt,
} from '../storage/index.js';
import type { LensCommand } from './lens-source.js';

/** How long the page may take to carry out a command before the reader does it. */
const PATIENCE_MS = 2000;
const LOOK_EVERY_MS = 100;

function ring(): void {
  const bell = new BroadcastChannel(DOORBELL_CHANNEL);
  const message: Doorbell = { v: 1, rev: 0 };
  bell.postMessage(message);
  bell.close();
}

/** The page's acknowledgement, or nothing when it did not come in time. */
async function acknowledged(scope: string, id: string): Promise<ControlRecord['ack']> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const done = await commandAck(scope, id);
    if (done?.ack) return done.ack;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}

async function isDone(command: LensCommand): Promise<boolean> {
  const events = (await readAtRest(command.scope))?.events ?? [];
  if (command.op === 'erase') return events.length === 0;
  const wanted = new Set(command.ids);
  return !events.some(({ id }) => wanted.has(id));
}

/**
 * Carries out a command on the store of this origin: leaves it for the page and rings, and does it itself when the page does not
 * answer within 2 s. Then reads again, so that the receipt is a proof.
 */
export async function takeCommand(command: LensCommand, at: number): Promise<ErasureReceipt> {
  const { op, scope } = command;
  const ids = op === 'forget' ? command.ids : [];
  const record: ControlRecord = { id: crypto.randomUUID(), op, ids, keep: 'rules', at, by: 'shopper' };
  await leaveCommand(scope, record);
  ring();
  const ack = await acknowledged(scope, record.id);
  if (ack && (await isDone(command))) return { removed: ack.removed, at: ack.at, verified: true, grade: 'reachable' };
  // An answer that reading does not confirm is no answer.
  const receipt = await (op === 'forget' ? forgetAtRest(scope, record) : eraseAtRest(scope, at));
  ring();
  return receipt;
}
