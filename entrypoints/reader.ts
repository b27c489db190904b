import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../lib/page/read-page';

/** Injected on request; its result is the observation. */
export default defineUnlistedScript(() => readPage(document, location.href, new Date()));
