import { render } from 'preact';
import { Explorer, type View } from '../../components/explorer/Explorer';
import { savePicture } from '../../lib/app/save-picture';
import { wholeRegister } from '../../lib/app/whole-register';
import { accountsOf } from '../../lib/core/accounts';
import { profileOf } from '../../lib/core/card';
import { type Day, localDay } from '../../lib/core/dates';
import { holdingsOf } from '../../lib/core/holdings';
import { around, type ClaimIndex, claimIndex } from '../../lib/core/neighbours';
import { addressIn, GROUPS, type SearchIndex, search, searchIndex } from '../../lib/core/search';
import { nameOf, splitHistory, statementOf } from '../../lib/core/statements';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { onSettingsChanged, readSettings } from '../../lib/store/settings';

const NOTHING = { version: '', built: '', format: 1, hosts: {}, entities: {}, claims: [], sources: {} } as const;

async function start(root: HTMLElement): Promise<void> {
  const { register, damaged, keeper } = await wholeRegister();
  const whole = register ?? { ...NOTHING, claims: [] };
  const claims = claimIndex(whole);
  const index = searchIndex(Object.values(whole.entities), whole.claims, whole.hosts);
  let words = wordsFor(await readSettings());
  let query = '';
  const today = localDay(new Date());

  const draw = (): void => {
    const view = viewAt(decoded(location.hash.slice(1)), query, index, claims, today);
    setDocumentLanguage(document, words, view.kind === 'entity' ? nameOf(view.who.outlet) : words.t('explorer_title'));
    render(
      <Explorer
        words={words}
        view={view}
        damaged={damaged > 0}
        keeper={keeper}
        today={today}
        linkTo={(entity) => `#${encodeURIComponent(entity)}`}
        groupLink={(group) => (group === null ? '#search' : `#in/${group}`)}
        onSearch={(typed) => {
          query = typed;
          draw();
        }}
        onOpen={(entity) => {
          location.hash = encodeURIComponent(entity);
        }}
        onSave={(name, file, format) => void savePicture(document, name, file, format)}
      />,
      root,
    );
  };
  addEventListener('hashchange', () => {
    // A way in shows all that is there, not what is left of an older question.
    if (location.hash.startsWith('#in/')) query = '';
    draw();
    scrollTo(0, 0);
    // Who reads by ear or keyboard goes on at the top of what came.
    document.querySelector<HTMLElement>('h1')?.focus();
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

/** @param place what follows `#`: nothing or `search`, `in/` with a group, or the id of an entity */
function viewAt(place: string, query: string, index: SearchIndex, claims: ClaimIndex, today: Day): View {
  if (place !== '' && place !== 'search' && !place.startsWith('in/'))
    return entityAt(place, index, claims, today) ?? { kind: 'missing', id: place };
  const group = GROUPS.find((each) => `in/${each}` === place) ?? null;
  const view = { kind: 'search', query, group, groups: index.groups, note: null } as const;
  if (query.trim() === '' && group === null) return { ...view, results: null };
  const address = addressIn(index, query);
  const named = search(index, query, group);
  if (address === null) return { ...view, results: named };
  if (address.owner !== null) {
    const { owner } = address;
    return { ...view, results: [owner, ...named.filter(({ entity }) => entity.id !== owner.entity.id)] };
  }
  const { kind } = address.answer;
  const note = kind === 'platform' ? 'explorer_platform' : kind === 'carrier' ? 'explorer_carrier' : null;
  return { ...view, results: named, note };
}

function entityAt(id: string, index: SearchIndex, claims: ClaimIndex, today: Day): View | null {
  const { register } = claims;
  const slice = around(claims, id);
  const who = profileOf(slice, id, today);
  if (who === null) return null;
  const mentioning = (claims.byObject.get(id) ?? []).filter(
    ({ predicate, status }) => (predicate === 'member-of' || predicate === 'funded-by') && status !== 'withdrawn',
  );
  const mentions = mentioning.map((claim) => statementOf(register, claim));
  return {
    kind: 'entity',
    who,
    hosts: index.byId.get(id)?.hosts ?? [],
    holdings: holdingsOf(slice, id, today),
    mentions: splitHistory(mentions, today).current,
    record: JSON.stringify({ entity: who.outlet, accounts: accountsOf(register, id), claims: claims.bySubject.get(id) ?? [] }, null, 2),
    built: register.built,
  };
}

const root = document.getElementById('root');
if (root !== null) void start(root);
