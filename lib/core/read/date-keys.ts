/**
 * Names under which pages put dates in `meta`, letters only and in lower case ("og:article:published_time" →
 * "ogarticlepublishedtime"), with their weight.
 */
const PUBLISHED: readonly [number, string][] = [
  [95, 'articlepublishedtime articlepublished ogarticlepublishedtime'],
  [
    88,
    'datepublished publisheddate datepublish parselypubdate sailthrudate cxenseparserecspublishtime cxenseparsepublishtime dcdateissued dctermsissued originalpublicationdate publisheddatetime firstpublished rnewsdatepublished shareaholicarticlepublishedtime ogpublishedtime publishedtime articlepublisheddate',
  ],
  [
    82,
    'publishdate publicationdate pubdate ogpubdate publishtime articlepublishdate articlepublicationdate dcdatecreated dctermscreated datepublication prismpublicationdate btpubdate ptime pdate articledateoriginal citationpublicationdate citationonlinedate published sitepublicationdate dcissued datecreated createdate creationdate articlecreated created contentcreated weiboarticlecreateat dateissued issued',
  ],
  [57, 'date dcdate dctermsdate dcterms ogdate articledate articledisplaydate displaydate citationdate dcdatexmetadissdate'],
];

const MODIFIED =
  'articlemodifiedtime ogarticlemodifiedtime articlemodified ogupdatedtime ogmodifiedtime datemodified lastmodified lastmod dcdatemodified dctermsmodified modified modifieddate articleupdated articleupdatedtime updatedtime updatedate lastupdated lastupdate dateupdated revised revisedat cxenseparserecsmodifiedtime parselymodified dcmodified pubdatemodified modificationdate';

interface DateKey {
  field: 'published' | 'modified';
  weight: number;
}

const KEYS: ReadonlyMap<string, DateKey> = new Map<string, DateKey>([
  ...PUBLISHED.flatMap(([weight, names]) => names.split(' ').map((name) => [name, { field: 'published', weight }] as [string, DateKey])),
  ...MODIFIED.split(' ').map((name) => [name, { field: 'modified', weight: 90 }] as [string, DateKey]),
]);

/** What a `meta` of this name says about a date, or null when it says nothing. */
export function dateKey(name: string): DateKey | null {
  if (name.length > 60) return null;
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  const known = KEYS.get(bare(name));
  if (known || !/[:.]/.test(name)) return known ?? null;
  // "example_app:uploaded": a name of somebody's own, with a last part that is plain.
  const last = bare(name.replace(/^.*[:.]/, ''));
  return /^(?:publishedtime|publishedat|datepublished|publishdate|uploaded|publicationdate|pubdate)$/.test(last)
    ? { field: 'published', weight: 60 }
    : null;
}
