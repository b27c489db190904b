import type { Adapter } from './adapter';
import { bing } from './bing';
import { bluesky } from './bluesky';
import { brave } from './brave';
import { duckduckgo } from './duckduckgo';
import { ecosia } from './ecosia';
import { facebook } from './facebook';
import { google } from './google';
import { instagram } from './instagram';
import { linkedin } from './linkedin';
import { mastodon } from './mastodon';
import { qwant } from './qwant';
import { reddit } from './reddit';
import { startpage } from './startpage';
import { telegram } from './telegram';
import { threads } from './threads';
import { tiktok } from './tiktok';
import { x } from './x';
import { youtube } from './youtube';

/** Every platform that can be read. Page scripts import their own adapter only; this list is for tools, tests and the options. */
export const ADAPTERS: readonly Adapter[] = [
  bing,
  bluesky,
  brave,
  duckduckgo,
  ecosia,
  facebook,
  google,
  instagram,
  linkedin,
  mastodon,
  qwant,
  reddit,
  startpage,
  telegram,
  threads,
  tiktok,
  x,
  youtube,
];
