import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { x } from '../lib/platforms/x';

export default defineUnlistedScript(() => runFeed(x));
