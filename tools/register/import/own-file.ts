import type { Day } from '../../../lib/core/dates';
import type { EntityId } from '../../../lib/core/register';
import type { SourceDraft } from '../proposals';
import { slug } from './clean';
import { isOutlet, type Known, nameOf } from './known';
import { leaveOut, note, type Run } from './run';

/** A file that a site publishes about itself, saved or just fetched. */
export interface OwnFile {
  text: string;
  /** File name or address, for messages. */
  from: string;
  /** The site that published it, without `www.`. */
  host: string;
  /** Where it stands on that site. */
  address: string;
  /** On which it was saved or fetched. */
  day: Day;
}

/** Whose site it is; null, with a note, when our list does not say. */
export function ownerOf(file: OwnFile, known: Known, run: Run): EntityId | null {
  const about = known.bySite(`https://${file.host}/`);
  if (about === null) {
    leaveOut(run, 'a file of a site that is not in our list');
    note(run, null, `${file.host} staat niet in onze lijst. Maak eerst een bestand met deze site.`);
  }
  return about;
}

export function ownSource(kind: string, title: string, file: OwnFile, publisher: string): SourceDraft {
  return {
    id: slug(`${kind}-${file.host.replaceAll('.', '-')}-${file.day}`),
    kind: 'self',
    title,
    publisher,
    url: file.address,
    undated: true,
    retrieved: file.day,
    licence: "of the source's own text; the fact itself is free",
  };
}

/**
 * The organisation that a domain leads to by our host rules. A title is no organisation: when the domain is that of an outlet,
 * or of nobody we know, the reviewer gets a note and nothing is proposed.
 * @param what in Dutch, how the file names it: "eigenaar"
 */
export function organisationAt(host: string, what: string, about: EntityId, file: OwnFile, known: Known, run: Run): EntityId | null {
  const found = known.bySite(`https://${host}/`);
  if (found === about) {
    leaveOut(run, 'a site that names itself');
    return null;
  }
  if (found === null) {
    leaveOut(run, 'a domain that is not in our list');
    note(run, about, `${file.host} noemt als ${what}: ${host}. Dat domein staat niet in onze lijst.`);
    return null;
  }
  if (isOutlet(known, found)) {
    leaveOut(run, 'a domain of a title, where an organisation is meant');
    note(run, about, `${file.host} noemt als ${what}: ${host}. Dat is de site van de titel ${nameOf(known, found)}, geen organisatie.`);
    return null;
  }
  return found;
}
