import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sketchPage } from '../lib/page/sketch-page';

/** Injected on request; its result is the sketch of which `observe` makes the observation, or what stands there instead of a page. */
export default defineUnlistedScript(() => (document.contentType === 'application/pdf' ? 'pdf' : sketchPage(document, location.href)));
