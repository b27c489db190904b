import { activeTab, injectReader } from '../../lib/app/inject';

/** The page is read while the code that understands and draws it is still being loaded. */
async function begin(root: HTMLElement): Promise<void> {
  const loading = import('./show');
  const tab = await activeTab();
  const injected = tab === null ? Promise.resolve(null) : injectReader(tab);
  const { start } = await loading;
  await start(root, tab, injected);
}

const root = document.getElementById('root');
if (root !== null) void begin(root);
