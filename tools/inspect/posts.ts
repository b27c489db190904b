import { lookUp } from '../../lib/core/lookup';
import type { PostObservation } from '../../lib/core/post';
import { nameOf } from '../../lib/core/statements';
import { partFor } from './register';
import type { ReadOpen } from './run';

/**
 * Posts and search results of a saved page, with the outlet in our list that the first of its links belongs to.
 *
 * @param code the bundled adapters
 */
export function readPlatform(code: string, now: Date): ReadOpen {
  return async (page, job, served) => {
    const expression = `(() => { ${code}
      return colofonReader.readSavedPosts(document, ${JSON.stringify(served.url)}, new Date(${now.getTime()}));
    })()`;
    const read = (await page.evaluate(expression)) as { platform: string | null; posts: PostObservation[] };
    return { file: job.file, platform: read.platform, posts: await Promise.all(read.posts.map(printed)) };
  };
}

async function printed({ author, published, permalink, links, labels }: PostObservation): Promise<object> {
  return {
    author: author === null ? null : { handle: author.handle, name: author.name },
    outlet: await outletOf(links),
    publishedAt: published?.at ?? null,
    permalink,
    links,
    labels,
  };
}

async function outletOf(links: readonly string[]): Promise<string | null> {
  for (const link of links) {
    const answer = await lookUp(link, partFor);
    const entity = answer.state === 'listed' ? answer.slice.entities[answer.entity] : undefined;
    if (entity !== undefined) return nameOf(entity);
  }
  return null;
}
