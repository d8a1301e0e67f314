import type { HostOwner } from 'tactful/inspector';
import listed from 'third-party-web/dist/entities-httparchive-nostats.json' with { type: 'json' };
import { ownersFrom } from './owners-from.js';

/** Who a host belongs to, by the list third-party-web (MIT) as it was when the extension was built. Nothing is looked up. */
export const ownerOf: (host: string) => HostOwner = ownersFrom(listed);
