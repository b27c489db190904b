import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { telegram } from '../lib/platforms/telegram';

export default defineUnlistedScript(() => runFeed(telegram));
