import type { Registry } from './files';

/** Its name beside the parts, and in the tree. */
export const NOTICE = 'NOTICE.txt';

/** Goes along with the compiled register: whose data it is and on what terms. Licences of layers ask for it. */
export function notice(registry: Registry): string {
  const core =
    'The core of this register is dedicated to the public domain under CC0 1.0 Universal\n' +
    'https://creativecommons.org/publicdomain/zero/1.0/\n';
  const layers = registry.layers.map(({ value }) =>
    [
      `${value.title} (${value.publisher}, ${value.published})`,
      value.attribution,
      `Licence: ${value.licence}, ${value.licenceUrl}`,
      `Taken from: ${value.url}`,
      ...value.changes.map((change) => `Changed: ${change}`),
    ].join('\n'),
  );
  const intro =
    layers.length === 0 ? [] : ['Claims whose sources carry another licence come from these data sets, kept apart as layers:\n'];
  return [core, ...intro, ...layers.map((layer) => `${layer}\n`)].join('\n');
}
