import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { facebook } from '../lib/platforms/facebook';

export default defineUnlistedScript(() => runFeed(facebook));
