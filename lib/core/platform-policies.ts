import type { Day, RoughDate } from './dates';
import type { SourceId } from './register';

/** That a platform says it carries no political advertising in the EU. A fact about what it says, never about an advertisement on it. */
export interface PlatformPolicy {
  /** Ids of platforms, such as `facebook`. */
  platforms: string[];
  /** The company that says so. */
  company: string;
  /** From when, as it says; absent when no source does. */
  since?: RoughDate;
  /** Where, as it says. */
  where: 'eu' | 'everywhere';
  /** Where it shows advertisements that ran on it; opened only by a person. */
  library?: string;
  checked: Day;
  sources: SourceId[];
}

/** What the company behind a platform says; null when no source says that it carries none. */
export function policyOf(platform: string, policies: readonly PlatformPolicy[]): PlatformPolicy | null {
  return policies.find(({ platforms }) => platforms.includes(platform)) ?? null;
}
