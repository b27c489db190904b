import type { PlatformId } from '../core/post';

/**
 * What is read of each platform, what that rests on, and what is known to be missing; in English, for `docs/PLATFORMS.md` and people who
 * mend an adapter. Apart from the adapters, so that the script in a page carries no prose.
 */
export interface Evidence {
  /** As a reader of the documents calls it. */
  name: string;
  /** `pages`: held against saved pages of today's site. `old`: saved pages are years old. `described`: no saved page was at hand. */
  rests: 'pages' | 'old' | 'described';
  reads: readonly string[];
  evidence: string;
  gaps: readonly string[];
}

const RESULT = ['where a result leads'];

export const EVIDENCE: Readonly<Record<PlatformId, Evidence>> = {
  bing: {
    name: 'Bing',
    rests: 'old',
    reads: [...RESULT, 'the mark of an advertisement, with its word'],
    evidence: 'saved results pages of 2019 to 2022; descriptions of 2025 and 2026 for links that carry their target, phone and news',
    gaps: ['no chip on a phone and at news cards', 'no time and no name of who publishes'],
  },
  bluesky: {
    name: 'Bluesky',
    rests: 'pages',
    reads: ['account with its number', 'moment, computed from the number of the post', 'own address', 'links'],
    evidence:
      'saved pages of January 2026; the source of the web client (bluesky-social/social-app) of 2025 and 2026. There are no advertisements. ' +
      'The program that posts chooses the number that holds the moment.',
    gaps: [
      'that an account is automated: in a feed that is a picture without words, whose drawing changes with the client',
      'no chip at a post that is opened: name and handle fill their line up to the button "follow"',
    ],
  },
  brave: {
    name: 'Brave Search',
    rests: 'pages',
    reads: [...RESULT, 'the mark of an advertisement'],
    evidence: 'saved results pages of 2022 and April 2026; descriptions of 2025 and 2026 for news and advertisements',
    gaps: ['no chip: title and source lie in one link that is a block', 'the word of an advertisement'],
  },
  duckduckgo: {
    name: 'DuckDuckGo',
    rests: 'described',
    reads: [...RESULT, 'the mark of an advertisement, with its word'],
    evidence:
      'the text of a saved results page of May 2026; a saved page of 2019, whose layout is gone and left alone; descriptions of 2025 and 2026 ' +
      'for advertisements, news and the page without scripts',
    gaps: ['no chip at news'],
  },
  ecosia: {
    name: 'Ecosia',
    rests: 'pages',
    reads: [...RESULT, 'the mark of an advertisement'],
    evidence: 'saved results pages of 2022, April and May 2026; a description of 2025 for news',
    gaps: ['advertisements in frames of another site', 'advertisements that only lead to the counter of their seller', 'no chip at news'],
  },
  facebook: {
    name: 'Facebook',
    rests: 'described',
    reads: [
      'account of a person or page',
      'own address',
      'links',
      'advertisement, with its word in English, Dutch, German or French',
      '"paid for by" on an advertisement',
      'paid partnership',
      '"AI info" (English)',
    ],
    evidence:
      'descriptions of the live site of December 2025 to October 2026; words from filter lists and programs of 2021 to 2026. The saved pages at ' +
      'hand are of 2017 to 2019 and of another layout.',
    gaps: [
      'no dates: times are written so that programs cannot read them',
      'posts in groups: the heading names the group',
      'advertisements beside the feed',
      'the label for media that a state controls: its words are not attested',
      'no chip where "follow" comes after the name',
    ],
  },
  google: {
    name: 'Google and Google News',
    rests: 'pages',
    reads: [
      ...RESULT,
      'the mark of an advertisement, with its word in English',
      'of a story of Google News the name of the source and the time',
    ],
    evidence:
      'saved results pages of 2018 to 2023 and May 2026, desktop and phone; descriptions of September 2026 for hidden links and news cards; ' +
      'news.google.com from descriptions of 2024 to 2026 only',
    gaps: [
      'pages without scripts',
      'where a story of Google News leads: its links hide it',
      'a link that hides its target gives the host that is shown, and no more',
      'no chip on a phone and among cards that scroll sideways; behind a long title the edge of the column may cut it',
    ],
  },
  instagram: {
    name: 'Instagram',
    rests: 'described',
    reads: ['account', 'time', 'own address', 'links', 'advertisement', 'paid partnership (English)', '"AI info" (English)'],
    evidence: 'descriptions of the live site of August and October 2026; the saved pages hold no posts',
    gaps: ['reels, stories', 'the display name', 'no chip on a post’s own page where "follow" comes after the name'],
  },
  linkedin: {
    name: 'LinkedIn',
    rests: 'described',
    reads: ['account of a person, company or school', 'links', 'advertisement, with its word in English, Dutch, German or French'],
    evidence: 'descriptions of a saved feed of May 2026 and of the live site of August to October 2026',
    gaps: ['no dates and no addresses of posts: the page holds none', 'a post on a page of its own', 'articles ("Pulse")'],
  },
  mastodon: {
    name: 'Mastodon',
    rests: 'described',
    reads: [
      'account with its server',
      'time',
      'own address',
      'links',
      'on its own profile that an account is automated (English, Dutch, German)',
    ],
    evidence:
      'the source of the web client (mastodon/mastodon) of 2024 to 2026, both layouts, and its files of words; a page made by others after it. ' +
      'No saved page of a server.',
    gaps: ['that an account is automated, anywhere but on its profile', 'no chip at a post that is opened in the older layout'],
  },
  qwant: {
    name: 'Qwant',
    rests: 'old',
    reads: [...RESULT, 'the mark of an advertisement, with its word'],
    evidence: 'saved results pages of 2022; descriptions of 2025 and 2026',
    gaps: ['news', 'a chip only where the title is a heading of its own'],
  },
  reddit: {
    name: 'Reddit',
    rests: 'described',
    reads: ['account', 'time', 'own address', 'links', 'advertisement, with its word in English or German'],
    evidence:
      'shreddit: descriptions of the live site of 2026, and programs that add to its lines; no saved page. The old site: saved search pages of ' +
      '2022 and descriptions.',
    gaps: ['the site of 2018 to 2023: it has nothing to go by and is left alone', 'account labels: none is known'],
  },
  startpage: {
    name: 'Startpage',
    rests: 'pages',
    reads: RESULT,
    evidence: 'a saved results page of April 2026',
    gaps: ['advertisements: they lie in frames of another site', 'news'],
  },
  telegram: {
    name: 'Telegram (public previews)',
    rests: 'described',
    reads: ['channel', 'time', 'own address', 'links'],
    evidence: 'saved post pages of January 2024, which hold the post in a frame; descriptions of the preview pages of 2025 and 2026',
    gaps: ['chats, groups and the web client, on purpose', 'sponsored messages', 'the name on a post’s own page, which lies in the frame'],
  },
  threads: {
    name: 'Threads',
    rests: 'described',
    reads: ['account', 'time', 'own address', 'links'],
    evidence: 'descriptions of the live site of January and May 2026; no saved page',
    gaps: ['advertisements and all other labels: none was seen, and the words of a text cannot be told from those of the platform'],
  },
  tiktok: {
    name: 'TikTok',
    rests: 'pages',
    reads: [
      'account',
      'moment, computed from the number of the video',
      'own address',
      'advertisement and paid partnership by their attribute, in any language',
      'made with AI (English)',
    ],
    evidence:
      'saved pages of 2022 and December 2025; descriptions of the live site of August and October 2026. The page of one video is read as its ' +
      'feed.',
    gaps: [
      'pages of 2022 hold no number of the video in a feed: no date, no address',
      'the address of a series of pictures: in a feed it is given as that of a video',
      'the label for media that a state controls: its words are not attested',
      'no chip at the pictures of a profile or a search',
    ],
  },
  x: {
    name: 'X',
    rests: 'pages',
    reads: [
      'account',
      'time, for an advertisement computed from the number of the post',
      'own address',
      'links, shortened ones by the host they show',
      'advertisement and political advertisement, with their words in English, Dutch, German or French',
      '"Parody account" in those languages, "Automated by" (English)',
    ],
    evidence:
      'saved pages of 2024 to 2026; descriptions of the live site of June to October 2026; words of the web client of July 2025. No saved page ' +
      'has an account label: those are read by their exact words, outside everything that an account can write.',
    gaps: ['the labels of fan and commentary accounts', '"Automated by" in other languages', 'promoted accounts and trends'],
  },
  youtube: {
    name: 'YouTube',
    rests: 'old',
    reads: [
      'channel, with its number where the page links to that',
      'date, on the page of a video',
      'own address',
      'links of the description',
      'advertisement, in any language',
      'made with AI, in any language on the page of a video',
      'the note about the publisher',
    ],
    evidence:
      'saved pages of 2022; descriptions of the live site of September 2026. The note about the publisher rests on descriptions of pages of ' +
      '2022; the platform does not say to show it in the Netherlands.',
    gaps: [
      'Shorts, and the site for phones',
      'a date in lists: they show how long ago a video is from',
      '"includes paid promotion": the player keeps it after the video it was of',
      'advertisements within a video',
      'no chip where the name of the channel lies in the link to the video',
    ],
  },
};
