import type { EventDraft, Signals } from '../../src/engine/index.js';
import { sense } from '../../src/client/sense.js';
import { catalogOf, nowOf, PURPOSES, write, type Stage } from './stage.js';

type Session = Parameters<typeof sense>[0];
type Draft = EventDraft & { readonly at?: number };

const sessions = new WeakMap<Stage, Session>();

/** A page's session, as far as the client's own `sense` asks for it: its log and its worker are the stage. */
function sessionOn(stage: Stage): Session {
  const answer = (name: string, argument: unknown): unknown => {
    if (name === 'places') return catalogOf(stage).catalog.places ?? [];
    if (name === 'sense') stage.signals = { ...stage.signals, ...(argument as Partial<Signals>) };
    const { names, since = 0 } = argument as { names?: readonly string[]; since?: number };
    return stage.rows.filter((row) => row.at >= since && (names?.includes(row.name) ?? true));
  };
  return {
    ready: Promise.resolve({}),
    gate: () => ({ purposes: PURPOSES, consent: stage.consent }),
    call: (name: string, argument: unknown) => Promise.resolve(answer(name, argument)),
    log: {
      write: (admit: Parameters<Session['log']['write']>[0]) => {
        const admission = admit();
        if ('refusal' in admission) return Promise.resolve({ kept: false, ...admission.refusal });
        // A row that tells of a moment before says so.
        const { name, params, at = nowOf(stage).at } = admission.draft as Draft;
        return Promise.resolve({ kept: true, id: write(stage, { name, params, at: at - stage.start.at }) });
      },
    },
  } as unknown as Session;
}

/** What a page or the shopper says of moment and place, through the library's own `sense`. Throws where it is refused. */
export async function senseOn(stage: Stage, signal: unknown): Promise<void> {
  const session = sessions.get(stage) ?? sessionOn(stage);
  sessions.set(stage, session);
  const receipt = await sense(session, { signal, clock: () => nowOf(stage), rivals: stage.policy.rivals });
  stage.sensed = receipt.kept ? 'kept' : receipt.reason;
}
