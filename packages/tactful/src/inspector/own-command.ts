import type { Receipt, Tactful } from '../client/index.js';
import type { SayingAction } from '../storage/index.js';
import type { LensCommand, LensReceipt } from './lens-source.js';

function say(tactful: Tactful, action: SayingAction): Promise<Receipt> {
  switch (action.do) {
    case 'declare':
      return tactful.declare(action.statement);
    case 'task':
      return tactful.task(action.id, { state: action.state });
    case 'resolve':
      return tactful.track('complaint_resolved', { complaint_id: action.complaint });
  }
}

const WHY: Readonly<Partial<Record<string, 'no-consent' | 'not-needed' | 'invalid' | 'personal-data'>>> = {
  'no-consent': 'no-consent',
  'not-needed': 'not-needed',
  'personal-data': 'personal-data',
  invalid: 'invalid',
};

async function declare(
  tactful: Tactful,
  about: { readonly action: SayingAction; readonly at: number },
): Promise<LensReceipt> {
  const { action, at } = about;
  const receipt = await say(tactful, action);
  const nothing = { removed: 0, at, grade: 'reachable' } as const;
  if (!receipt.kept) {
    const refused = WHY[receipt.reason];
    // What storage could not do is no answer of the gate: the lens says that it could not be done.
    if (refused === undefined) throw new Error(`declare: ${receipt.reason}`);
    return { ...nothing, verified: false, said: { refused } };
  }
  const { id } = receipt;
  return { ...nothing, verified: (await tactful.log()).some((row) => row.id === id), said: { added: id } };
}

/** Carries out a command through the page's own instance, then reads again, so that the receipt is a proof. */
export function ownCommand(
  tactful: Tactful,
  { command, at }: { readonly command: LensCommand; readonly at: number },
): Promise<LensReceipt> {
  switch (command.op) {
    case 'erase':
      return tactful.erase();
    case 'forget':
      return tactful.forget({ ids: command.ids });
    case 'declare':
      return declare(tactful, { action: command.action, at });
  }
}
