import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { bing } from '../lib/platforms/bing';

export default defineUnlistedScript(() => runFeed(bing));
