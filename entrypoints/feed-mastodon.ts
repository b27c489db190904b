import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { mastodon } from '../lib/platforms/mastodon';

export default defineUnlistedScript(() => runFeed(mastodon));
