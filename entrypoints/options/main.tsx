import { render } from 'preact';
import browser from 'webextension-polyfill';
import { switchOffGroup, switchOffSite, switchOnGroup } from '../../lib/app/access';
import { effectiveGroups, onAccessChanged } from '../../lib/app/effective';
import { brokenFeeds } from '../../lib/app/feeds';
import { newsHosts } from '../../lib/app/stored-parts';
import { onUpdateStatus, type UpdateStatus, updateNow, updateStatus } from '../../lib/app/update';
import { setDocumentLanguage, wordsFor } from '../../lib/i18n';
import { packagedIndex } from '../../lib/store/packaged-register';
import { changeSettings, forgetSettings, onSettingsChanged, readSettings } from '../../lib/store/settings';
import { Options } from './Options';

async function start(root: HTMLElement): Promise<void> {
  const index = await packagedIndex();
  const news = await newsHosts();
  let status: UpdateStatus | null = null;
  const draw = async (): Promise<void> => {
    const settings = await readSettings();
    const words = wordsFor(settings);
    const on = await effectiveGroups(settings, news);
    setDocumentLanguage(document, words, words.t('options_title'));
    render(
      <Options
        words={words}
        settings={settings}
        on={on}
        broken={await brokenFeeds()}
        index={index}
        version={browser.runtime.getManifest().version}
        update={
          status === null
            ? null
            : {
                host: status.host,
                organisation: status.organisation,
                overdue: status.overdueSince !== null,
                last: status.last,
                onUpdate: async () => {
                  status = await updateNow();
                  await draw();
                },
              }
        }
        onAccess={(group, wanted) => void (wanted ? switchOnGroup(group, news) : switchOffGroup(group)).then(draw)}
        onLanguage={(language) => void changeSettings((old) => ({ ...old, language })).then(draw)}
        onSiteOff={(host) => void switchOffSite(host).then(draw)}
        onSiteAgain={(host) =>
          void changeSettings((old) => ({ ...old, sitesOff: old.sitesOff.filter((other) => other !== host) })).then(draw)
        }
        onForget={() => void forgetAll().then(draw)}
      />,
      root,
    );
  };
  onSettingsChanged(() => void draw());
  onAccessChanged(() => void draw());
  const refresh = async (): Promise<void> => {
    status = await updateStatus();
    await draw();
  };
  onUpdateStatus(() => void refresh());
  await draw();
  await refresh();
}

/** Choices and access both: afterwards everything is as on the first day. */
async function forgetAll(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  if (origins.length > 0) await browser.permissions.remove({ origins });
  await forgetSettings();
}

const root = document.getElementById('root');
if (root !== null) void start(root);
