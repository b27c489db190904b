/** Where Wikidata answers questions. Its data is CC0-1.0. */
export const WIKIDATA_SPARQL = 'https://query.wikidata.org/sparql';

/**
 * Newspapers, magazines, broadcasters, stations, agencies and news sites of the Netherlands and Belgium that have an official
 * website, with what Wikidata says of owner (P127), parent organisation (P749), publisher (P123) and beginning (P571). One row
 * for each reference of each statement that is not deprecated. For another country change the first VALUES.
 */
export const WIKIDATA_QUERY = `SELECT DISTINCT ?item ?itemLabel ?site ?kvk ?kbo ?lei ?property ?object ?objectLabel ?objectKind ?objectSite
  ?objectKvk ?objectKbo ?objectLei ?value ?valuePrecision ?start ?startPrecision ?end ?endPrecision ?refUrl ?refRetrieved ?statedInLabel
WHERE {
  VALUES ?country { wd:Q55 wd:Q31 }
  VALUES ?class { wd:Q11032 wd:Q41298 wd:Q15265344 wd:Q14350 wd:Q1616075 wd:Q192283 wd:Q17232649 }
  ?item wdt:P31/wdt:P279* ?class ; wdt:P17|wdt:P495 ?country ; wdt:P856 ?site .
  OPTIONAL { ?item wdt:P3220 ?kvk } OPTIONAL { ?item wdt:P3376 ?kbo } OPTIONAL { ?item wdt:P1278 ?lei }
  {
    VALUES (?claim ?main ?property) { (p:P127 ps:P127 "P127") (p:P749 ps:P749 "P749") (p:P123 ps:P123 "P123") }
    ?item ?claim ?statement . ?statement ?main ?object .
    OPTIONAL { ?object wdt:P856 ?objectSite }
    OPTIONAL { ?object wdt:P3220 ?objectKvk } OPTIONAL { ?object wdt:P3376 ?objectKbo } OPTIONAL { ?object wdt:P1278 ?objectLei }
    BIND(IF(EXISTS { ?object wdt:P31 wd:Q5 }, "person", IF(EXISTS { ?object wdt:P31/wdt:P279* wd:Q8436 }, "family", "other")) AS ?objectKind)
  } UNION {
    ?item p:P571 ?statement . ?statement psv:P571 [ wikibase:timeValue ?value ; wikibase:timePrecision ?valuePrecision ] .
    BIND("P571" AS ?property)
  }
  ?statement wikibase:rank ?rank . FILTER(?rank != wikibase:DeprecatedRank)
  OPTIONAL { ?statement pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] }
  OPTIONAL { ?statement pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  OPTIONAL {
    ?statement prov:wasDerivedFrom ?reference .
    OPTIONAL { ?reference pr:P854 ?refUrl } OPTIONAL { ?reference pr:P813 ?refRetrieved } OPTIONAL { ?reference pr:P248 ?statedIn }
  }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "nl,en,fr,de" }
}
ORDER BY ?item ?property ?object
LIMIT 5000
`;

/** Columns without which a response cannot be read: it comes from another query. */
export const NEEDED = ['item', 'site', 'property', 'object', 'objectKind', 'refUrl'] as const;
