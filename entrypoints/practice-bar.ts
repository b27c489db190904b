import { h, render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PracticeBar } from '../components/PracticeBar';
import { forgetPractice, markPracticeSeen, PRACTICE } from '../lib/app/practice';
import { languageFor } from '../lib/i18n';
import { readSettings } from '../lib/store/settings';
import { wordsIn } from '../lib/words/words';

/** The strip above a practice page: that it is fictional, the way back, print and begin again. */
export default defineUnlistedScript(async () => {
  const bar = document.getElementById('practice-bar');
  const name = PRACTICE.find((candidate) => location.pathname.endsWith(`/${candidate}.html`));
  if (bar === null || name === undefined) return;
  await markPracticeSeen(name);
  const words = wordsIn(languageFor(await readSettings()));
  const overview = '/welcome.html#practice';
  bar.lang = words.language;
  let followed = false;
  const draw = (): void => {
    render(
      h(PracticeBar, {
        words,
        overview,
        followed,
        onPrint: () => print(),
        onReset: () => void forgetPractice().then(() => location.assign(overview)),
      }),
      bar,
    );
  };
  // Links on a practice page are real addresses, so that right-clicking them works; they lead to sites that do not exist.
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || event.target.closest('a[href^="https://"]') === null) return;
    event.preventDefault();
    followed = true;
    draw();
  });
  draw();
});
