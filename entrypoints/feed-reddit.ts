import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { reddit } from '../lib/platforms/reddit';

export default defineUnlistedScript(() => runFeed(reddit));
