import type { AccountWords, InsteadWords } from './account-words.js';
import type { Change, Counterfactual } from './counterfactual.js';
import type { ShopperAction } from './statement.js';

/** What would have made the difference, in words. */
export interface InsteadText extends Counterfactual {
  readonly text: string;
}

/** How the values of such a sentence read. */
export interface InsteadFormat {
  readonly moment: (at: number) => string;
  readonly category: (path: string) => string;
  readonly offer: (offerId: string) => string;
}

type Doing = keyof InsteadWords;

function doingOf(action: ShopperAction): Doing | undefined {
  if (action.do === 'resolve') return undefined;
  if (action.do !== 'declare') return action.do;
  return action.statement.kind === 'life' ? undefined : action.statement.kind;
}

function valueOf(action: ShopperAction, { category }: InsteadFormat): string {
  if (action.do === 'consent') return action.purpose;
  return action.do === 'declare' && action.statement.kind === 'preference' ? category(action.statement.value) : '';
}

function templateOf(change: Change, how: { readonly words: AccountWords; readonly format: InsteadFormat }): string {
  const { words, format } = how;
  if (change.kind === 'time') return words.later.replace('{moment}', () => format.moment(change.at));
  const doing = doingOf(change.action);
  if (doing === undefined) return '';
  const action = words.doing[doing].replace('{value}', () => valueOf(change.action, format));
  return words.instead.replace('{action}', () => action);
}

/** A change with its sentence; none for one that has no words or whose offer has left the catalogue. */
export function wordInstead(
  found: Counterfactual,
  how: { readonly words: AccountWords; readonly format: InsteadFormat },
): readonly InsteadText[] {
  const template = templateOf(found.change, how);
  const offer = how.format.offer(found.offerIds[0] ?? '');
  return template === '' || offer === '' ? [] : [{ ...found, text: template.replace('{offer}', () => offer) }];
}
