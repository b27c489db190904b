import type { EntityId } from '../../../lib/core/register';
import { plainHost } from './clean';
import { type Known, nameOf } from './known';
import { type OwnFile, organisationAt, ownerOf, ownSource } from './own-file';
import { leaveOut, newRun, note, proposeClaim, type Run } from './run';

/**
 * ads.txt 1.1 (IAB Tech Lab): who may sell advertising space on a site. Two variables name a business. OWNERDOMAIN is the
 * business domain of the one that owns the site; only the first counts. MANAGERDOMAIN is who sells its advertising space,
 * with or without a country: that says nothing about who owns or publishes it, so it is never a claim.
 */

const CAREFUL = 'In ads.txt gaat dit over de site en de reclame erop. Over aandelen zegt het niets.';

export function importAdsTxt(files: readonly OwnFile[], known: Known, run: Run = newRun()): Run {
  for (const file of files) {
    const about = ownerOf(file, known, run);
    if (about !== null) readOne(file, about, known, run);
  }
  return run;
}

function readOne(file: OwnFile, about: EntityId, known: Known, run: Run): void {
  let owner: string | null = null;
  let sellers = 0;
  for (const [at, raw] of file.text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\r\n]/)
    .entries()) {
    const line = raw.replace(/#.*$/, '').trim();
    if (line === '') continue;
    const [, name = '', value = ''] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
    const variable = name.toUpperCase();
    if (variable === '') sellers += 1;
    else if (variable === 'OWNERDOMAIN' && owner !== null) leaveOut(run, 'a second OWNERDOMAIN; only the first counts');
    else if (variable === 'OWNERDOMAIN') {
      owner = value;
      takeOwner(value, at + 1, file, about, known, run);
    } else if (variable === 'MANAGERDOMAIN') takeManager(value, file, about, run);
    // The value of CONTACT is never kept.
    else leaveOut(run, variable === 'CONTACT' ? 'a contact, which is never kept' : 'another variable of ads.txt');
  }
  if (sellers > 0) leaveOut(run, 'a line about who may sell advertising', sellers);
}

function takeOwner(value: string, at: number, file: OwnFile, about: EntityId, known: Known, run: Run): void {
  const host = plainHost(value);
  if (host === null) {
    leaveOut(run, 'a value that is no public domain');
    note(run, about, `${file.from}:${at}: bij OWNERDOMAIN staat geen domein. Overgeslagen.`);
    return;
  }
  const source = ownSource('ads-txt', `ads.txt van ${file.host}`, file, nameOf(known, about));
  const owner = organisationAt(host, 'eigenaar van de site', { about, file, source }, known, run);
  if (owner === null) return;
  const { notes = [], ...asking } = owner.asking ?? {};
  proposeClaim(run, known, {
    about,
    line: { 'owned-by': owner.id, sources: [source.id] },
    according: `ads.txt van ${file.host}`,
    lookAt: [file.address],
    sources: [source],
    ...asking,
    notes: [CAREFUL, ...notes],
  });
}

function takeManager(value: string, file: OwnFile, about: EntityId, run: Run): void {
  const [domain = '', country = ''] = value.split(',').map((part) => part.trim());
  leaveOut(run, 'who sells the advertising, which says nothing about who publishes');
  const host = plainHost(domain);
  if (host === null) return;
  const where = /^[A-Za-z]{2}$/.test(country) ? ` (voor ${country.toUpperCase()})` : '';
  note(run, about, `De reclame op ${file.host} wordt verkocht door ${host}${where}. Daar maken we niets van.`);
}
