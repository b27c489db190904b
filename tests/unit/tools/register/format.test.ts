import { describe, expect, it } from 'vitest';
import { formatted } from '../../../../tools/register/format';
import { SMALL } from './folder';

describe('formatted', () => {
  it.each(Object.entries(SMALL))('changes %s no further the second time', (_, text) => {
    expect(formatted(formatted(text))).toBe(formatted(text));
  });

  it('puts keys, hosts and claims in their fixed order', () => {
    const text = formatted(`claims:
  - sources: [b, a]
    owned-by: x
  - has-form: magazine
    sources: [a]
hosts:
  - {sources: [a], host: z.nl}
  - {sources: [a], host: a.nl}
kind: outlet
id: k
`);
    expect(text).toBe(`id: k
kind: outlet

hosts:
  - host: a.nl
    sources: [a]
  - host: z.nl
    sources: [a]

claims:
  - has-form: magazine
    sources: [a]
  - owned-by: x
    sources: [b, a]
`);
  });

  it('keeps a comment with the claim it is about', () => {
    const text = formatted(
      'id: k\nclaims:\n  # het jaarverslag zegt het anders\n  - owned-by: x\n    sources: [a]\n  - has-form: magazine\n    sources: [a]\n',
    );
    expect(text.indexOf('# het jaarverslag')).toBeGreaterThan(text.indexOf('magazine'));
    expect(text.indexOf('# het jaarverslag')).toBeLessThan(text.indexOf('owned-by'));
  });

  it('leaves unreadable text for the check to report', () => {
    expect(formatted('id: [')).toBe('id: [');
  });
});
