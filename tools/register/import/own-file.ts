import type { Day } from '../../../lib/core/dates';
import type { EntityId } from '../../../lib/core/register';
import type { SourceDraft } from '../proposals';
import { slug } from './clean';
import { isOutlet, type Known, nameOf } from './known';
import { type Finding, leaveOut, note, type Run } from './run';

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

/** Whom a domain leads to: an organisation of our list, or one of whom the reviewer says who it is. */
export interface Organisation {
  id: EntityId;
  /** What a proposal needs besides, when our list does not know the domain. */
  asking: Required<Pick<Finding, 'entities' | 'asks' | 'notes'>> | null;
}

/**
 * The organisation that a domain leads to by our host rules. A title is no organisation: when the domain is that of an outlet,
 * the reviewer gets a note and nothing is proposed. A domain that our list does not know is asked about.
 * @param what in Dutch, how the file names it: "eigenaar"
 * @param source the file itself: where the host comes from when the reviewer says whose it is
 * @param name how the file calls it besides, which is a hint for the reviewer and no more
 */
export function organisationAt(
  host: string,
  what: string,
  { about, file, source, name = null }: { about: EntityId; file: OwnFile; source: SourceDraft; name?: string | null },
  known: Known,
  run: Run,
): Organisation | null {
  const found = known.bySite(`https://${host}/`);
  if (found === about) {
    leaveOut(run, 'a site that names itself');
    return null;
  }
  if (found === null) return unknownAt(host, file, source, name, known);
  if (isOutlet(known, found)) {
    leaveOut(run, 'a domain of a title, where an organisation is meant');
    note(run, about, `${file.host} noemt als ${what}: ${host}. Dat is de site van de titel ${nameOf(known, found)}, geen organisatie.`);
    return null;
  }
  return { id: found, asking: null };
}

/** A party of which only the domain is known. Its file has that domain, so that it is recognised the next time. */
export function unknownAt(host: string, file: OwnFile, source: SourceDraft, name: string | null, known: Known): Organisation {
  let id = slug(host);
  for (let next = 2; known.entity(id) !== undefined; next += 1) id = `${slug(host)}-${next}`;
  const hints = name === null ? [] : known.byName(name);
  const maybe = hints.length === 0 ? '' : ` Mogelijk is dit: ${hints.join(' of ')}. De naam alleen zegt het niet.`;
  const called = name === null ? host : `${name} (${host})`;
  // On a platform the site is everybody's, so it says nothing about this one.
  const shared = known.isShared(`https://${host}/`);
  const kept = shared ? '' : ' Dan hoort deze site daar voortaan bij, en vragen we het niet nog eens.';
  return {
    id,
    asking: {
      entities: [
        {
          id,
          kind: 'organisation',
          names: [name ?? host],
          checked: file.day,
          ...(shared ? {} : { hosts: [{ host, sources: [source.id] }] }),
        },
      ],
      asks: hints,
      notes: [
        `Wie is ${called}? Dat domein staat niet in onze lijst.${maybe} Vul achter same-as het id uit onze lijst in, of new.${kept}`,
        'Bij new: kijk onderaan bij entities of de naam en de soort (kind) kloppen, en verbeter ze.',
      ],
    },
  };
}
