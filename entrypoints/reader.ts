import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sketchPage } from '../lib/page/sketch-page';

/** Injected on request; its result is the sketch of which `observe` makes the observation. */
export default defineUnlistedScript(() => sketchPage(document, location.href));
