import { lookUpPostIn } from '../../lib/core/accounts';
import type { Lookup } from '../../lib/core/card';
import { localDay } from '../../lib/core/dates';
import type { PostObservation } from '../../lib/core/post';
import { nameOf } from '../../lib/core/statements';
import { partFor } from './register';
import type { ReadOpen } from './run';

/**
 * Posts and search results of a saved page, with the outlet in our list behind the account, else the one that the first of its links
 * belongs to.
 *
 * @param code the bundled adapters
 */
export function readPlatform(code: string, now: Date): ReadOpen {
  return async (page, job, served) => {
    const expression = `(() => { ${code}
      return colofonReader.readSavedPosts(document, ${JSON.stringify(served.url)}, new Date(${now.getTime()}));
    })()`;
    const read = (await page.evaluate(expression)) as { platform: string | null; posts: PostObservation[] };
    return { file: job.file, platform: read.platform, posts: await Promise.all(read.posts.map((post) => printed(post, now))) };
  };
}

async function printed(post: PostObservation, now: Date): Promise<object> {
  const { author, published, permalink, links, labels } = post;
  const { account, link } = await lookUpPostIn(post, localDay(now), partFor);
  return {
    author: author === null ? null : { handle: author.handle, name: author.name },
    outlet: outletIn(account) ?? outletIn(link?.lookup ?? null),
    publishedAt: published?.at ?? null,
    permalink,
    links,
    labels,
  };
}

function outletIn(answer: Lookup | null): string | null {
  const entity = answer?.state === 'listed' ? answer.slice.entities[answer.entity] : undefined;
  return entity === undefined ? null : nameOf(entity);
}
