import type { Lookup } from './card';
import { findHost, registrableDomains } from './hosts';
import type { RegisterPart } from './register';

/**
 * What the register answers for an address. One registrable domain, one part; a suffix that a company lets out
 * (`naam.blogspot.com`) may need a second one.
 *
 * @param partFor the part in which a registrable domain is filed, null when that part is damaged
 */
export async function lookUp(address: string, partFor: (registrable: string) => Promise<RegisterPart | null>): Promise<Lookup> {
  const domains = registrableDomains(address);
  const parts = new Map<string, RegisterPart>();
  for (const domain of domains) {
    const part = await partFor(domain);
    if (part === null) return { state: 'damaged' };
    parts.set(domain, part);
  }
  const answer = findHost(address, (domain) => parts.get(domain)?.hosts[domain] ?? []);
  const [first] = parts.values();
  const register = first === undefined ? null : { version: first.version, built: first.built };
  switch (answer.kind) {
    case 'entity': {
      const slice = [...parts.values()].find((part) => part.entities[answer.entity] !== undefined);
      return slice === undefined ? { state: 'damaged' } : { state: 'listed', entity: answer.entity, slice };
    }
    case 'unlisted':
      return { state: 'unlisted', why: 'no-rule', slice: register };
    case 'platform':
    case 'carrier':
    case 'no-host':
      return { state: 'unlisted', why: answer.kind, slice: register };
  }
}
