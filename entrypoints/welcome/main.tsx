import { render } from 'preact';
import browser from 'webextension-polyfill';
import { switchOffGroup, switchOnGroup } from '../../lib/app/access';
import { effectiveGroups, isPinned, onAccessChanged } from '../../lib/app/effective';
import { forgetPractice, onPracticeSeen, practiceSeen } from '../../lib/app/practice';
import { newsHosts } from '../../lib/app/stored-parts';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { changeSettings, onSettingsChanged, readSettings } from '../../lib/store/settings';
import { Welcome } from './Welcome';

async function start(root: HTMLElement): Promise<void> {
  // Known before any click, so that the click itself can ask the browser at once.
  const news = await newsHosts();
  const draw = async (): Promise<void> => {
    const settings = await readSettings();
    const words = wordsFor(settings);
    const [on, pinned, seen] = await Promise.all([effectiveGroups(settings, news), isPinned(), practiceSeen()]);
    setDocumentLanguage(document, words, words.t('welcome_title'));
    render(
      <Welcome
        words={words}
        pinned={pinned}
        firefox={import.meta.env.FIREFOX}
        on={on}
        seen={seen}
        onAccess={(group, wanted) => void (wanted ? switchOnGroup(group, news) : switchOffGroup(group)).then(draw)}
        onReset={() => void forgetPractice().then(draw)}
        onLanguage={(language) => void changeSettings((old) => ({ ...old, language })).then(draw)}
        practiceUrl={(name) => browser.runtime.getURL(`/practice/${words.language}/${name}.html`)}
      />,
      root,
    );
  };
  onSettingsChanged(() => void draw());
  onAccessChanged(() => void draw());
  onPracticeSeen(() => void draw());
  // Browsers tell nobody that a button was pinned: look again when the person comes back, and while they are at it.
  setInterval(() => {
    if (document.visibilityState === 'visible') void draw();
  }, 1500);
  await draw();
}

const root = document.getElementById('root');
if (root !== null) void start(root);
