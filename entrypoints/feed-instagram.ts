import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { instagram } from '../lib/platforms/instagram';

export default defineUnlistedScript(() => runFeed(instagram));
