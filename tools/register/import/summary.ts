import type { Written } from '../proposals';
import type { Run } from './run';

/** What came of an import, for the keeper: every row of the response is counted in one of these lines. */
export function summary(name: string, run: Run, written: Written, root: string, practice: string, dryRun: boolean): string {
  const folder = practice === '' ? root : `${root}/${practice}`;
  const left = [...run.leftOut].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `register: import ${name}${dryRun ? ', nothing written' : ''}`,
    `  ${written.added} proposed`,
    ...(run.contradicting > 0 ? [`  ${run.contradicting} of what was found disagree with our list; see "beside"`] : []),
    `  ${run.there} already in our list`,
    ...(written.waiting > 0 ? [`  ${written.waiting} already waiting for an answer`] : []),
    ...(written.refused > 0 ? [`  ${written.refused} refused before`] : []),
    ...left.map(([why, count]) => `  ${count} left out: ${why}`),
    ...run.notes.map(({ about, text }) => `  note${about === null ? '' : ` (${about})`}: ${text}`),
    ...written.files.map((file) => `  ${dryRun ? 'would be in' : 'to decide'}: ${folder}/${file}`),
  ].join('\n');
}
