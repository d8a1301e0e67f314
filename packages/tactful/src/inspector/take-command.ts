import {
  commandAck,
  eraseAtRest,
  forgetAtRest,
  leaveCommand,
  readAtRest,
  ringOnce,
  sayAtRest,
  type ControlRecord,
} from '../storage/index.js';
import type { LensCommand, LensReceipt } from './lens-source.js';

/** How long the page may take to carry out a command before the reader does it. */
const PATIENCE_MS = 2000;
const LOOK_EVERY_MS = 100;

type Ack = NonNullable<ControlRecord['ack']>;

function recordOf(command: LensCommand, at: number): ControlRecord {
  const { op } = command;
  return {
    id: crypto.randomUUID(),
    op,
    ids: op === 'forget' ? command.ids : [],
    keep: 'rules',
    at,
    by: 'shopper',
    ...(op === 'declare' ? { action: command.action, offset: 0 - new Date(at).getTimezoneOffset() } : {}),
  };
}

/** The page's acknowledgement, or nothing when it did not come in time. */
async function acknowledged(scope: string, id: string): Promise<Ack | undefined> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const done = await commandAck(scope, id);
    if (done?.ack) return done.ack;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}

async function isDone(command: LensCommand, { said }: Ack): Promise<boolean> {
  const events = (await readAtRest(command.scope))?.events ?? [];
  switch (command.op) {
    case 'erase':
      return events.length === 0;
    case 'forget': {
      const wanted = new Set(command.ids);
      return !events.some(({ id }) => wanted.has(id));
    }
    case 'declare':
      // A refusal is an answer: there is nothing to find.
      return said !== undefined && ('refused' in said || events.some(({ id }) => id === said.added));
  }
}

async function doIt({ op, scope }: LensCommand, record: ControlRecord): Promise<LensReceipt> {
  if (op === 'erase') return eraseAtRest(scope, record.at);
  if (op === 'forget') return forgetAtRest(scope, record);
  return { removed: 0, grade: 'reachable', ...(await sayAtRest(scope, record)) };
}

/**
 * Carries out a command on the store of this origin: leaves it for the page and rings, and does it itself when the page does not
 * answer within 2 s. Then reads again, so that the receipt is a proof.
 */
export async function takeCommand(command: LensCommand, at: number): Promise<LensReceipt> {
  const { scope } = command;
  const record = recordOf(command, at);
  await leaveCommand(scope, record);
  ringOnce(0);
  const ack = await acknowledged(scope, record.id);
  if (ack && (await isDone(command, ack))) {
    const { removed, at: when, said } = ack;
    const verified = said === undefined || 'added' in said;
    return { removed, at: when, verified, grade: 'reachable', ...(said ? { said } : {}) };
  }
  // An answer that reading does not confirm is no answer.
  const receipt = await doIt(command, record);
  ringOnce(0);
  return receipt;
}
