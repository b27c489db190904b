import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surface } from '../../tools/browser/surface';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** What axe finds on a surface as it stands, as sentences; all its rules but the experimental ones. */
export async function accessibilityProblems(surface: Surface): Promise<string[]> {
  const found = (await surface.evaluate(`(async () => {
    ${SOURCE};
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) }));
  })()`)) as Violation[];
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}
