import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { ecosia } from '../lib/platforms/ecosia';

export default defineUnlistedScript(() => runFeed(ecosia));
