import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { youtube } from '../lib/platforms/youtube';

export default defineUnlistedScript(() => runFeed(youtube));
