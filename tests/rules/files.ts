import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Every file that is or would be committed, with `/` in its path, that still exists. */
export function committedFiles(): string[] {
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const gone = new Set(execFileSync('git', ['ls-files', '--deleted', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0'));
  return [...new Set(out.split('\0'))].filter((file) => file !== '' && !gone.has(file)).sort();
}

export function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** TypeScript of the product itself: what is built, or used to build it. */
export function productSources(): string[] {
  return committedFiles().filter((file) => /^(entrypoints|components|lib)\/.*\.tsx?$/.test(file));
}
