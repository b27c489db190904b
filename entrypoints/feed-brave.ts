import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runFeed } from '../lib/page/run-feed';
import { brave } from '../lib/platforms/brave';

export default defineUnlistedScript(() => runFeed(brave));
