import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { google } from '../lib/platforms/google';

export default defineUnlistedScript(() => runFeed(google));
