import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { threads } from '../lib/platforms/threads';

export default defineUnlistedScript(() => runFeed(threads));
