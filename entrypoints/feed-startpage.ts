import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { startpage } from '../lib/platforms/startpage';

export default defineUnlistedScript(() => runFeed(startpage));
