import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { tiktok } from '../lib/platforms/tiktok';

export default defineUnlistedScript(() => runFeed(tiktok));
