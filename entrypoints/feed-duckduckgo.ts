import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { duckduckgo } from '../lib/platforms/duckduckgo';

export default defineUnlistedScript(() => runFeed(duckduckgo));
