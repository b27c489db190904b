import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readOwnPost } from '../lib/page/read-posts';

/** Injected on a click, on the pages of platforms only: the one post that the page is about, or null. Its value is the script's result. */
export default defineUnlistedScript(() => readOwnPost(document, location.href, new Date()));
