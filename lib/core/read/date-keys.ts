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

const KEYS: ReadonlyMap<string, { field: 'published' | 'modified'; weight: number }> = new Map([
  ...PUBLISHED.flatMap(([weight, names]) => names.split(' ').map((name) => [name, { field: 'published' as const, weight }] as const)),
  ...MODIFIED.split(' ').map((name) => [name, { field: 'modified' as const, weight: 90 }] as const),
]);

/** What a `meta` of this name says about a date, or null when it says nothing. */
export function dateKey(name: string): { field: 'published' | 'modified'; weight: number } | null {
  return name.length > 60 ? null : (KEYS.get(name.toLowerCase().replace(/[^a-z]/g, '')) ?? null);
}
