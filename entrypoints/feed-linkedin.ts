import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { linkedin } from '../lib/platforms/linkedin';

export default defineUnlistedScript(() => runFeed(linkedin));
