import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { qwant } from '../lib/platforms/qwant';

export default defineUnlistedScript(() => runFeed(qwant));
