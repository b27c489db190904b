import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The register's own folder: where commands read when not told otherwise. */
export const REGISTRY = join(project, 'registry');
/** What is packaged with the extension. */
export const COMPILED = join(project, 'public', 'register');
/** The document that states what the register covers. */
export const REGISTER_DOC = join(project, 'docs', 'REGISTER.md');
