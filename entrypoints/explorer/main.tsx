import { render } from 'preact';
import { Explorer } from '../../components/explorer/Explorer';
import { savePicture } from '../../lib/app/save-picture';
import { saveText } from '../../lib/app/save-text';
import { wholeRegister } from '../../lib/app/whole-register';
import { localDay } from '../../lib/core/dates';
import { claimIndex } from '../../lib/core/neighbours';
import { electionIdAt, filterPlace } from '../../lib/core/notice-filter';
import { noticesIn } from '../../lib/core/notice-lookup';
import type { RegisterPart } from '../../lib/core/register';
import { searchIndex } from '../../lib/core/search';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { onSettingsChanged, readSettings } from '../../lib/store/settings';
import { type Facts, titleOf, viewAt } from './views';

const NOTHING = { version: '', built: '', format: 1, hosts: {}, entities: {}, claims: [], sources: {} } as const;

async function start(root: HTMLElement): Promise<void> {
  const { register, damaged, keeper } = await wholeRegister();
  const whole: RegisterPart = register ?? { ...NOTHING, claims: [] };
  const facts: Facts = {
    claims: claimIndex(whole),
    index: searchIndex(Object.values(whole.entities), whole.claims, whole.hosts),
    notices: noticesIn(whole),
  };
  let words = wordsFor(await readSettings());
  let query = '';
  const today = localDay(new Date());

  const draw = (): void => {
    const view = viewAt(location.hash.slice(1), query, facts, today);
    setDocumentLanguage(document, words, titleOf(view, words));
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
        placeLink={(place) => `#${place}`}
        onPlace={(place) => {
          location.hash = place;
        }}
        onFilter={(filter) => {
          // The address says what is shown, and going back leads out of the page and not through every choice.
          history.replaceState(null, '', `#${filterPlace(filter)}`);
          draw();
        }}
        onSaveCsv={(name, text) => saveText(document, `colofon-${name}-${whole.built}.csv`, text, 'text/csv;charset=utf-8')}
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
    headingAt(location.hash.slice(1))?.focus();
  });
  onSettingsChanged((settings) => {
    words = wordsFor(settings);
    draw();
  });
  draw();
  if (electionIdAt(location.hash.slice(1)) !== null) headingAt(location.hash.slice(1))?.focus();
}

/** The heading at which a reader goes on: that of the election that the address names, or of the page. */
function headingAt(hash: string): HTMLElement | null {
  const election = electionIdAt(hash);
  const own = election === null ? null : document.querySelector<HTMLElement>(`[data-election="${CSS.escape(election)}"] h3`);
  return own ?? document.querySelector<HTMLElement>('h1');
}

const root = document.getElementById('root');
if (root !== null) void start(root);
