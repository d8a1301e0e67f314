import type { TemplateResult } from 'lit';
import type { Shop } from '../shop.js';
import { empty } from '../views/empty.js';

/** What stands at an address that the shop does not have. */
export function missingPage({ texts }: Shop): TemplateResult {
  return empty({
    picture: 'bracket',
    title: texts.missingTitle,
    text: texts.missingText,
    action: { label: texts.home, href: '#/' },
  });
}
