/** Where updates come from and whose word counts. */
export interface RegisterSource {
  /** An https address that ends in `/`. */
  address: string;
  /** Public root keys, 64 hexadecimal digits; two while one is being replaced by the other. */
  roots: string[];
  /** Set when the root key is an organisation's own: the register is theirs, and the card says so. */
  organisation: string | null;
}

/** As built in, or set by an administrator (docs/UPDATES.md). Empty texts count as not set. */
export interface SourceSettings {
  address?: unknown;
  rootKey?: unknown;
  name?: unknown;
}

/**
 * The managed address and key go before the built-in ones. A managed address alone is a mirror of the built-in register; a
 * managed key makes it another register, which must have its own address.
 *
 * @returns null when no address was set, so that the packaged register answers; `bad` when what was set cannot be used
 */
export function sourceFrom(builtIn: SourceSettings, managed: SourceSettings): RegisterSource | null | 'bad' {
  const own = isSet(managed.rootKey);
  if (own && !isSet(managed.address)) return 'bad';
  const address = isSet(managed.address) ? managed.address : builtIn.address;
  if (!isSet(address)) return null;
  const base = baseAddress(address);
  const roots = rootKeys(own ? managed.rootKey : builtIn.rootKey);
  if (base === null || roots === null) return 'bad';
  const organisation = own ? nameOf(managed.name, base) : null;
  return { address: base, roots, organisation };
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function baseAddress(value: unknown): string | null {
  if (typeof value !== 'string' || !URL.canParse(value)) return null;
  const url = new URL(value);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function rootKeys(value: unknown): string[] | null {
  if (typeof value !== 'string') return null;
  const keys = value.split(',').map((key) => key.trim().toLowerCase());
  return keys.length <= 2 && keys.every((key) => /^[0-9a-f]{64}$/.test(key)) ? keys : null;
}

function nameOf(value: unknown, address: string): string {
  const name =
    typeof value === 'string'
      ? value
          .replace(/[\p{C}\s]+/gu, ' ')
          .trim()
          .slice(0, 80)
      : '';
  return name === '' ? new URL(address).hostname : name;
}
