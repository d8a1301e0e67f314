import type { HostOwner } from 'tactful/inspector';
import { getDomain } from 'tldts';
import listed from 'third-party-web/dist/entities-httparchive-nostats.json' with { type: 'json' };

// Who a host belongs to: names from the list third-party-web (MIT); the domain by the public suffix list.

interface Company {
  readonly name: string;
  readonly category?: string;
  readonly domains: readonly string[];
}

const companies = listed as readonly Company[];
const entries = companies.flatMap((company) => company.domains.map((domain) => [domain, company] as const));
/** `*.example.com` in the list means the domain and everything under it; a plain name means that host alone. */
const byHost = new Map<string, Company>(entries.filter(([domain]) => !domain.startsWith('*.')));
const byDomain = new Map<string, Company>(
  entries.filter(([domain]) => domain.startsWith('*.')).map(([domain, company]) => [domain.slice(2), company]),
);

function listedFor(host: string): Company | undefined {
  const labels = host.split('.');
  const above = labels.map((_, from) => byDomain.get(labels.slice(from).join('.')));
  return byHost.get(host) ?? above.find((company) => company !== undefined);
}

/** The company behind a host where the list knows it; else its domain stands for it. */
export function ownerOf(host: string): HostOwner {
  const domain = getDomain(host) ?? host;
  const company = listedFor(host);
  if (!company) return { key: `domain ${domain}`, domain };
  const { name, category } = company;
  return { key: `company ${name}`, name, domain, ...(category === undefined ? {} : { category }) };
}
