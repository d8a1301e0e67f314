import { isEventName, type Event } from '../engine/index.js';
import type { ConfigRecord, ControlRecord, DecisionRecord, LedgerRecord, Segment } from './format.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Whether a stored value is a row of the log. */
export function isEvent(value: unknown): value is Event {
  return (
    isFields(value) &&
    isText(value['id']) &&
    isNumber(value['at']) &&
    isNumber(value['offset']) &&
    value['v'] === 1 &&
    isText(value['name']) &&
    isEventName(value['name']) &&
    isText(value['origin']) &&
    isText(value['purpose']) &&
    isFields(value['params'])
  );
}

/** Whether a stored value is a segment; damaged rows inside are left out by the reader, not here. */
export function isSegment(value: unknown): value is Segment {
  return isFields(value) && isText(value['id']) && isNumber(value['epoch']) && Array.isArray(value['rows']);
}

/** Whether a stored value is a decision. */
export function isDecisionRecord(value: unknown): value is DecisionRecord {
  return (
    isFields(value) &&
    isText(value['id']) &&
    isNumber(value['epoch']) &&
    isFields(value['trace']) &&
    isFields(value['trace']['decision'])
  );
}

/** Whether a stored value is a ledger entry. */
export function isLedgerRecord(value: unknown): value is LedgerRecord {
  return (
    isFields(value) &&
    isText(value['id']) &&
    isText(value['offerId']) &&
    isNumber(value['at']) &&
    isText(value['state'])
  );
}

/** Whether a stored value is a configuration. */
export function isConfigRecord(value: unknown): value is ConfigRecord {
  return (
    isFields(value) &&
    isText(value['hash']) &&
    isText(value['engineVersion']) &&
    isFields(value['catalog']) &&
    isFields(value['policy']) &&
    isFields(value['model'])
  );
}

/** Whether a stored value is a command. */
export function isControlRecord(value: unknown): value is ControlRecord {
  return (
    isFields(value) &&
    isText(value['id']) &&
    (value['op'] === 'forget' || value['op'] === 'erase' || value['op'] === 'declare') &&
    Array.isArray(value['ids'])
  );
}
