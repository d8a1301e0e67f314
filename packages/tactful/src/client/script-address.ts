// Where a page allows scripts only by Trusted Types, an address has to be made by a policy that it names.

interface Policy {
  readonly createScriptURL: (address: string) => string;
}
interface Policies {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

/** One policy a page: a second copy of the library may not make it again. */
const KEY = Symbol.for('tactful.worker-policy');

type Global = typeof globalThis & { readonly trustedTypes?: Policies; [KEY]?: Policy | false };

function policyOf(page: Global): Policy | false | undefined {
  if (!page.trustedTypes) return undefined;
  try {
    if (page[KEY] === undefined)
      page[KEY] = page.trustedTypes.createPolicy('tactful', { createScriptURL: (address) => address });
  } catch {
    // Not among the policies that the page allows. Asking again would be reported again.
    page[KEY] = false;
  }
  return page[KEY];
}

/** The address of a script of ours, as this page takes it. Throws where the page allows no policy named `tactful`. */
export function scriptAddress(address: string): string {
  const policy = policyOf(globalThis);
  if (policy === false) throw new TypeError('no policy for scripts');
  return policy ? policy.createScriptURL(address) : address;
}
