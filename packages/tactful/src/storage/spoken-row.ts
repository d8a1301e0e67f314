import { admitOwn, readStatement, type GateContext, type StatedRow } from '../engine/index.js';
import { newReplica } from './append.js';
import type { ControlRecord, Said } from './format.js';
import type { Saying, Spoken } from './store.js';

const LONGEST = 200;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST;

/** A saying as the row it becomes. It comes from the disk, where any script of the site may write, so it is read as anything. */
function readAction(action: unknown): StatedRow | undefined {
  if (typeof action !== 'object' || action === null) return undefined;
  const said = action as Readonly<Record<string, unknown>>;
  if (said['do'] === 'declare') return readStatement(said['statement']);
  if (said['do'] === 'task' && said['state'] === 'ended' && isText(said['id']))
    return { name: 'task_ended', params: { task_id: said['id'] } };
  return said['do'] === 'resolve' && isText(said['complaint'])
    ? { name: 'complaint_resolved', params: { complaint_id: said['complaint'] } }
    : undefined;
}

/** What a command says as a row that passed the gate, or why the gate would not have it. Writes nothing. */
export function spokenRow({ record, now }: Saying, gate: GateContext): Spoken {
  const stated = readAction(record.action);
  if (!stated) return { said: { refused: 'invalid' } };
  const admission = admitOwn(stated, gate);
  if ('refusal' in admission) return { said: { refused: admission.refusal.reason } };
  const id = `${newReplica()}:0`;
  return { said: { added: id }, row: { id, at: now.at, offset: now.offset, v: 1, ...admission.draft } };
}

/** The command as it stays behind: carried out, and without what it said. */
export function acknowledgedSaying({ record, by, now }: Saying, said: Said): ControlRecord {
  const { id, op, ids, keep, at, by: asker } = record;
  return { id, op, ids, keep, at, by: asker, ack: { at: now.at, removed: 0, by, said } };
}
