import type { EntityId } from '../../../lib/core/register';
import type { SourceDraft } from '../proposals';
import { plainHost, webAddress } from './clean';
import { isOutlet, type Known, nameOf } from './known';
import { type Organisation, type OwnFile, organisationAt, ownSource, unknownAt } from './own-file';
import { leaveOut, newRun, note, proposeClaim, type Run } from './run';

/**
 * trust.txt: lines `attribute=value` in which a site names organisations it has to do with (JournalList; Internet-Draft
 * draft-org-trust-relationship-protocol). A relation counts in the specification when both sides state it; here one side is
 * a self-declaration, and both sides are two sources.
 */

/** What the other attributes are, and why nothing is made of them. */
const LEFT_OUT: Record<string, string> = {
  social: 'an account (see import accounts)',
  vendor: 'a vendor or customer, which says nothing about who publishes',
  customer: 'a vendor or customer, which says nothing about who publishes',
  disclosure: 'a link to what the site says of itself',
  datatrainingallowed: 'a rule about training data',
  // The value is never kept: it is often somebody's mail address.
  contact: 'a contact, which is never kept',
};

type Relation = 'member' | 'belongto' | 'control' | 'controlledby';

interface Stated {
  /** The one who is member or is controlled. */
  below: EntityId;
  predicate: 'member-of' | 'controlled-by';
  above: Organisation;
  file: OwnFile;
}

const MEANS: Record<Relation, string> = {
  member: 'lid',
  belongto: 'vereniging waar zij lid van is',
  control: 'organisatie waarover zij zeggenschap heeft',
  controlledby: 'organisatie die zeggenschap over haar heeft',
};

export function importTrustTxt(files: readonly OwnFile[], known: Known, run: Run = newRun()): Run {
  const stated = files.flatMap((file) => readOne(file, known, run));
  const together = new Map<string, Stated[]>();
  for (const each of stated) {
    const key = JSON.stringify([each.below, each.predicate, each.above.id]);
    together.set(key, [...(together.get(key) ?? []), each]);
  }
  for (const [first, ...others] of together.values()) {
    if (!first) continue;
    const all = [first, ...others].filter((each, at, list) => list.findIndex(({ file }) => file.host === each.file.host) === at);
    const sources = all.map(({ file }) => sourceOf(file, known));
    const sides = all.map(({ file }) => file.host);
    const { notes = [], ...asking } = first.above.asking ?? {};
    proposeClaim(run, known, {
      about: first.below,
      line: { [first.predicate]: first.above.id, sources: sources.map(({ id }) => id) },
      according: `trust.txt van ${sides.join(' en ')}`,
      lookAt: all.map(({ file }) => file.address),
      sources,
      ...asking,
      notes: [
        ...notes,
        sides.length > 1
          ? 'Beide kanten zeggen dit.'
          : 'Alleen deze kant zegt dit; het bestand van de ander is niet gelezen of zegt het niet.',
      ],
    });
  }
  return run;
}

function sourceOf(file: OwnFile, known: Known): SourceDraft {
  const owner = known.bySite(`https://${file.host}/`);
  return ownSource('trust-txt', `trust.txt van ${file.host}`, file, owner === null ? file.host : nameOf(known, owner));
}

function readOne(file: OwnFile, known: Known, run: Run): Stated[] {
  const about = known.bySite(`https://${file.host}/`);
  if (about === null) {
    leaveOut(run, 'what a site that is not in our list says of itself');
    note(run, null, `${file.host} staat niet in onze lijst. Alleen wat het zegt over wie er wel in staat, is voorgesteld.`);
  }
  return file.text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\r\n]/)
    .flatMap((raw, at): Stated[] => {
      // A number sign begins a comment only at the start or after a space: it can stand in an address.
      const line = raw.replace(/(^|\s)#.*$/, '').trim();
      if (line === '') return [];
      const [, name = '', value = ''] = /^([A-Za-z]+)\s*=\s*(.*)$/.exec(line) ?? [];
      const attribute = name.toLowerCase();
      const why = Object.hasOwn(LEFT_OUT, attribute) ? LEFT_OUT[attribute] : undefined;
      if (why !== undefined) {
        leaveOut(run, why);
        const address = attribute === 'disclosure' ? webAddress(value) : null;
        if (address !== null) note(run, about, `${file.host} vertelt over zichzelf op: ${address}`);
        return [];
      }
      if (!isRelation(attribute)) {
        leaveOut(run, 'a line that is no trust.txt');
        note(run, null, `${file.from}:${at + 1}: geen regel van trust.txt. Overgeslagen.`);
        return [];
      }
      const host = plainHost(value);
      if (host === null) {
        leaveOut(run, 'a value that is no public domain');
        note(run, about, `${file.from}:${at + 1}: bij ${attribute} staat geen domein. Overgeslagen.`);
        return [];
      }
      const stated = relation(attribute, about, host, file, known, run);
      return stated === null ? [] : [stated];
    });
}

function relation(attribute: Relation, about: EntityId | null, host: string, file: OwnFile, known: Known, run: Run): Stated | null {
  if (attribute === 'belongto' || attribute === 'controlledby') {
    // Of a site that our list does not know we would not know where to write it.
    if (about === null) return null;
    const above = organisationAt(host, MEANS[attribute], { about, file, source: sourceOf(file, known) }, known, run);
    return above === null ? null : { below: about, predicate: attribute === 'belongto' ? 'member-of' : 'controlled-by', above, file };
  }
  const below = known.bySite(`https://${host}/`);
  if (below !== null && below === about) leaveOut(run, 'a site that names itself');
  else if (below === null) {
    leaveOut(run, 'a domain that is not in our list');
    note(run, about, `${file.host} noemt als ${MEANS[attribute]}: ${host}. Dat domein staat niet in onze lijst.`);
  } else if (about !== null && isOutlet(known, about)) {
    leaveOut(run, 'a title that would have members or control');
    note(run, about, `${file.host} noemt als ${MEANS[attribute]}: ${host}. ${nameOf(known, about)} is een titel, geen organisatie.`);
  } else {
    const above = about === null ? unknownAt(file.host, file, sourceOf(file, known), null, known) : { id: about, asking: null };
    return { below, predicate: attribute === 'member' ? 'member-of' : 'controlled-by', above, file };
  }
  return null;
}

function isRelation(attribute: string): attribute is Relation {
  return attribute === 'member' || attribute === 'belongto' || attribute === 'control' || attribute === 'controlledby';
}
