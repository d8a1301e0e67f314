import type { PageSession } from './page-session.js';
import type { SecondLook } from '../worker/protocol.js';

/** Makes a decision again, here: the worker goes on with what others wait for. The rules are a chunk of their own. */
export async function lookAgain(
  session: Pick<PageSession, 'call'>,
  { decisionId, offerId }: { readonly decisionId: string; readonly offerId?: string },
): Promise<SecondLook> {
  const [{ trace, shop, memory }, { secondLook }, { compileCatalog }] = await Promise.all([
    session.call('recall', { decisionId }),
    import('../engine/second-look.js'),
    import('../engine/compile-catalog.js'),
  ]);
  const recall = { shop: { ...shop, catalog: compileCatalog(shop.catalog, shop.model) }, memory };
  return secondLook(trace, { recall, offerId });
}
