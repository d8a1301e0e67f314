import type { HostOwner } from 'tactful/inspector';
import { getDomain } from 'tldts';

/** A company as a list names it. `*.example.com` means that domain and everything under it, a plain name that host alone. */
export interface ListedCompany {
  readonly name: string;
  readonly category?: string;
  readonly domains: readonly string[];
}

/**
 * Who a host belongs to: the company that the list names for it, else its registrable domain stands for it.
 *
 * The domain follows the public suffix list; a host without one (an address, a machine's name) is its own domain.
 */
export function ownersFrom(companies: readonly ListedCompany[]): (host: string) => HostOwner {
  const entries = companies.flatMap((company) => company.domains.map((domain) => [domain, company] as const));
  const byHost = new Map(entries.filter(([domain]) => !domain.startsWith('*.')));
  const under = entries.filter(([domain]) => domain.startsWith('*.'));
  const byDomain = new Map(under.map(([domain, company]) => [domain.slice(2), company]));
  const listed = (host: string): ListedCompany | undefined => {
    const labels = host.split('.');
    const above = labels.map((_, from) => byDomain.get(labels.slice(from).join('.')));
    return byHost.get(host) ?? above.find((company) => company !== undefined);
  };
  return (host) => {
    const domain = getDomain(host) ?? host;
    const company = listed(host);
    if (!company) return { key: `domain ${domain}`, domain };
    const { name, category } = company;
    return { key: `company ${name}`, name, domain, ...(category === undefined ? {} : { category }) };
  };
}
