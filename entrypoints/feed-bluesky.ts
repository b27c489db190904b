import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { bluesky } from '../lib/platforms/bluesky';

export default defineUnlistedScript(() => runFeed(bluesky));
