import { isAnyIn } from '../engine/event.js';
import { storeExists } from '../storage/append.js';
import type { CallName, Calls, Event, Host, Now, Outcome, Signals, Started, StartRequest } from '../worker/protocol.js';
import { TactfulError } from './tactful-error.js';

/** What a worker was told, for the next one. */
export interface ToldAgain {
  /** Asked of a host, and remembered where the next one would have to know it. Rejects with the host's failure. */
  readonly ask: <Name extends CallName>(
    host: Host,
    name: Name,
    argument: Parameters<Calls[Name]>[0],
  ) => Promise<ReturnType<Calls[Name]>>;
  /** Starts a host: the first with what is asked, another with all that was told since. */
  readonly start: (host: Host, request: StartRequest) => Promise<Started>;
}

/** A log in memory holds as many rows as one on disk keeps of what was observed. */
const MOST_ROWS = 4000;
/** After these the rows of a log in memory are others. */
const CHANGES_ROWS: ReadonlySet<CallName> = new Set(['setConsent', 'forget', 'erase', 'import']);

async function asked<Name extends CallName>(
  host: Host,
  name: Name,
  argument: Parameters<Calls[Name]>[0],
): Promise<ReturnType<Calls[Name]>> {
  const outcome: Outcome<ReturnType<Calls[Name]>> = await host.call(name, argument);
  if (!outcome.ok) throw new TactfulError(outcome.error);
  return outcome.value;
}

/** Each last choice as it was made, with its time and mechanism; a refusal that no record tells of, as of now. */
function choicesOf({ history, status: { consent } }: Started, now: Now): readonly Parameters<Calls['setConsent']>[0][] {
  return Object.entries(consent).flatMap(([purpose, state]) => {
    if (state === 'pending') return [];
    const record = history.filter((each) => each.purpose === purpose && each.state === state).pop();
    // Agreement is told again only with its provenance: nothing else may raise consent.
    if (!record && state === 'in') return [];
    const { at, offset, mechanism, gpc = false } = { mechanism: 'call', ...now, ...record };
    return [
      { states: { [purpose]: state }, now: { at, offset }, mechanism, rememberRefusal: false, gpc, atStart: true },
    ];
  });
}

/**
 * What a worker knows and no disk does: what it was asked to start with, the signals of the moment, and where there is no
 * disk the choices and the rows.
 *
 * What was erased, forgotten or withdrawn is let go of here in the same call.
 */
export function newToldAgain(clock: () => Now): ToldAgain {
  let told: Started | undefined;
  let signals: Partial<Signals> | undefined;
  let rows: readonly Event[] = [];
  const inMemory = (): boolean => told?.stored === false && isAnyIn(told.status.consent);

  const note = async (
    host: Host,
    name: CallName,
    { argument, value }: { argument: unknown; value: unknown },
  ): Promise<void> => {
    if (name === 'sense') signals = { ...signals, ...(argument as Partial<Signals>) };
    if (name === 'setConsent' || name === 'refresh' || name === 'start') told = value as Started;
    if (name === 'setConsent' || name === 'erase') signals = undefined;
    if (name === 'hint' && inMemory()) {
      const { rows: hinted, stored } = argument as Parameters<Calls['hint']>[0];
      if (!stored) rows = [...rows, ...hinted].slice(-MOST_ROWS);
    }
    if (CHANGES_ROWS.has(name)) rows = inMemory() ? await asked(host, 'log', {}) : [];
  };

  const tellChoices = async (host: Host, before: Started, now: Now): Promise<Started | undefined> => {
    let after: Started | undefined;
    for (const choice of choicesOf(before, now)) after = await asked(host, 'setConsent', choice);
    if (rows.length > 0 && isAnyIn(after?.status.consent ?? {})) await asked(host, 'hint', { rows, stored: false });
    return after;
  };

  return {
    ask: async (host, name, argument) => {
      const value = await asked(host, name, argument);
      await note(host, name, { argument, value });
      return value;
    },
    start: async (host, request) => {
      const before = told;
      const now = before ? clock() : request.now;
      // Who took the store away meanwhile does not find a new one.
      const stored = before ? before.stored && (await storeExists(`tactful:${request.scope}`)) : request.stored;
      const begun = await asked(host, 'start', { ...request, now, stored });
      // Where there was a disk it is what is believed, also when it is gone.
      const next = (before?.stored === false ? await tellChoices(host, before, now) : undefined) ?? begun;
      if (signals && isAnyIn(next.status.consent)) await asked(host, 'sense', signals);
      // Only now: where this one fails, the next is told what the last one knew.
      told = next;
      return next;
    },
  };
}
