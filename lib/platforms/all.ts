import type { Adapter } from './adapter';
import { x } from './x';

/** Every platform that can be read. Page scripts import their own adapter only; this list is for tools, tests and the options. */
export const ADAPTERS: readonly Adapter[] = [x];
