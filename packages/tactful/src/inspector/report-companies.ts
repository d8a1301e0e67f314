import { cleanText } from './clean-text.js';
import type { CompanyRow } from './lens-source.js';
import type { HostOwner, PageMaterial } from './page-material.js';

interface Company extends HostOwner {
  readonly hosts: readonly string[];
  readonly requests: number;
}

function rowOf({ key, name, category, domain, hosts }: Company): CompanyRow {
  return {
    id: `company:${key}`,
    provenance: name === undefined ? 'observed' : 'listed',
    name: cleanText(name ?? domain),
    ...(category === undefined ? {} : { category }),
    hosts: [...hosts].sort(),
  };
}

/**
 * The companies behind the hosts that a page asked, most asked first; the site's own company is left out.
 *
 * At least these: what a browser's resource list leaves out (redirects, web sockets, frames, workers) is not in here.
 */
export function reportCompanies(
  hosts: PageMaterial['hosts'],
  who: { readonly site: string; readonly ownerOf: (host: string) => HostOwner },
): readonly CompanyRow[] {
  const own = who.ownerOf(who.site);
  const companies = new Map<string, Company>();
  for (const { host, requests } of hosts) {
    const owner = who.ownerOf(host);
    if (owner.key === own.key || owner.domain === own.domain) continue;
    const known = companies.get(owner.key);
    companies.set(owner.key, {
      ...owner,
      hosts: [...new Set([...(known?.hosts ?? []), host])],
      requests: (known?.requests ?? 0) + requests,
    });
  }
  return [...companies.values()].sort((a, b) => b.requests - a.requests || (a.key < b.key ? -1 : 1)).map(rowOf);
}
