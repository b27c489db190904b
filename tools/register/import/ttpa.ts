import { type NoticeAddress, noticeKey } from '../../../lib/core/notice-addresses';
import { tooLarge } from '../../../lib/core/notice-jsonld';
import { isNoticeId } from '../../../lib/core/notice-shape';
import { ttpaNotices } from '../../../lib/core/notice-ttpa';
import { ImportProblem } from './clean';
import { parseJson } from './json';
import type { ImportedNotice } from './notice-files';
import { xmlNodes } from './xml-nodes';

/**
 * Notices in the Commission's data model: JSON-LD, XML, or JSON with the same names, as the European repository takes and serves
 * them. A notice at an address that the register knows gets the id that its address has; another one `ttpa/` with host and path.
 */
export async function importTtpa(text: string, from: string, known: readonly NoticeAddress[]): Promise<ImportedNotice[]> {
  const document: unknown = text.trimStart().startsWith('<') ? await xmlNodes(text, from) : parseJson(text, from);
  if (tooLarge(document)) throw new ImportProblem(`${from}: too large or too deep — save one notice at a time`);
  const found = ttpaNotices(document);
  if (found.length === 0) throw new ImportProblem(`${from}: no TransparencyNotice with an address of its own — nothing was written`);
  return found.map((notice) => {
    const id = noticeKey(notice.address, known) ?? ownId(notice.address);
    if (!isNoticeId(id)) throw new ImportProblem(`${from}: ${notice.address} cannot be the address of a notice here — nothing was written`);
    return { ...notice, id, version: null };
  });
}

function ownId(address: string): string {
  const { hostname, pathname } = new URL(address);
  return `ttpa/${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`;
}
