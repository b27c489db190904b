import type { Observation } from '../../lib/core/observation';
import type { Sketch } from '../../lib/core/read/sketch';

/** Longest text of an observation in characters; addresses and what is not shown may be longer. */
const TEXT = 200;
const ADDRESS = 2_100;
const LIST = 30;
/** A whole observation, as JSON. */
const OBSERVATION = 40_000;
/** A whole sketch, as JSON: 2 MB of structured data, which escaping can double, and what else is gathered. */
const SKETCH = 6_000_000;
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|<\/?[a-z]/i;

/** Texts that are too long or hold what could change how they are drawn, lists that are too long. */
export function unbounded(seen: Observation, sketch: Sketch): string[] {
  const wrong: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      const isAddress = /\.(?:origin|path|url)$/.test(path);
      if (value.length > (isAddress ? ADDRESS : TEXT)) wrong.push(`${path} has ${value.length} characters`);
      if (!isAddress && UNSEEN.test(value))
        wrong.push(`${path} holds mark-up or characters that are not shown: ${JSON.stringify(value.slice(0, 80))}`);
      if (!value.isWellFormed()) wrong.push(`${path} holds half a character`);
    } else if (Array.isArray(value)) {
      if (value.length > LIST) wrong.push(`${path} has ${value.length} entries`);
      value.forEach((item, i) => {
        walk(item, `${path}.${i}`);
      });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`);
    }
  };
  walk(seen, '');
  const length = JSON.stringify(seen).length;
  if (length > OBSERVATION) wrong.push(`the observation has ${length} characters`);
  const gathered = JSON.stringify(sketch).length;
  if (gathered > SKETCH) wrong.push(`the sketch has ${gathered} characters`);
  return wrong;
}
