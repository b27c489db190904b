import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sketchFrame } from '../lib/page/sketch-frame';

/** Injected on request into a page and its frames: what in it can be a label of political advertising. */
export default defineUnlistedScript(() => {
  const top = window === window.top;
  return sketchFrame(document, location.origin + location.pathname, top, !top && window.frameElement === null);
});
