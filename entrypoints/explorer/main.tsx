import { render } from 'preact';
import { Explorer, type ExplorerProps, FILTERS, type Filter } from '../../components/explorer/Explorer';
import { savePicture } from '../../lib/app/save-picture';
import { wholeRegister } from '../../lib/app/whole-register';
import { profileOf } from '../../lib/core/card';
import { localDay } from '../../lib/core/dates';
import { holdingsOf } from '../../lib/core/holdings';
import { findHost } from '../../lib/core/hosts';
import type { RegisterPart } from '../../lib/core/register';
import { type SearchResult, searchRegister } from '../../lib/core/search';
import { nameOf, splitHistory, statementOf } from '../../lib/core/statements';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { onSettingsChanged, readSettings } from '../../lib/store/settings';

async function start(root: HTMLElement): Promise<void> {
  const { register, damaged } = await wholeRegister();
  let words = wordsFor(await readSettings());
  let query = '';
  let filter: Filter = 'all';
  const today = localDay(new Date());

  const draw = (): void => {
    const id = location.hash.slice(1);
    const open = register === null || id === '' || id === 'search' ? null : pageOf(register, decoded(id), today);
    setDocumentLanguage(document, words, open === null ? words.t('explorer_title') : nameOf(open.who.outlet));
    render(
      <Explorer
        words={words}
        query={query}
        filter={filter}
        results={register === null ? [] : resultsFor(register, query, filter)}
        open={open}
        damaged={damaged > 0}
        linkTo={(entity) => `#${encodeURIComponent(entity)}`}
        onSearch={(newQuery, newFilter) => {
          query = newQuery;
          filter = FILTERS.find((each) => each === newFilter) ?? 'all';
          draw();
        }}
      />,
      root,
    );
  };
  addEventListener('hashchange', () => {
    draw();
    scrollTo(0, 0);
  });
  onSettingsChanged((settings) => {
    words = wordsFor(settings);
    draw();
  });
  draw();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function resultsFor(register: RegisterPart, query: string, filter: Filter): SearchResult[] {
  const rules = Object.values(register.hosts).flat();
  const shown = Object.values(register.entities).filter(({ kind }) => filter === 'all' || (kind === 'outlet') === (filter === 'outlets'));
  // A pasted address is looked up as a page's address is; words are searched for.
  const answer = /^https?:\/\//i.test(query.trim()) ? findHost(query.trim(), (domain) => register.hosts[domain] ?? []) : null;
  const owner = answer?.kind === 'entity' ? register.entities[answer.entity] : undefined;
  if (answer !== null) return owner === undefined ? [] : searchRegister([owner], rules, '');
  return searchRegister(shown, rules, query);
}

function pageOf(register: RegisterPart, id: string, today: string): ExplorerProps['open'] {
  const who = profileOf(register, id, today);
  if (who === null) return null;
  const mentioning = register.claims.filter(
    ({ predicate, object }) => (predicate === 'member-of' || predicate === 'funded-by') && 'entity' in object && object.entity === id,
  );
  const mentions = mentioning.map((claim) => statementOf(register, claim));
  const rules = Object.values(register.hosts).flat();
  return {
    who,
    hosts: searchRegister([who.outlet], rules, '')[0]?.hosts ?? [],
    holdings: holdingsOf(register, id, today),
    mentions: splitHistory(mentions, today).current,
    record: JSON.stringify({ entity: who.outlet, claims: register.claims.filter(({ subject }) => subject === id) }, null, 2),
    file: `registry/entities/${who.outlet.country?.toLowerCase() ?? 'intl'}/${id}.yaml`,
    built: register.built,
    onSave: (name, content, format) => void savePicture(document, name, content, format),
  };
}

const root = document.getElementById('root');
if (root !== null) void start(root);
