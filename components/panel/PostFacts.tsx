import type { ComponentChildren } from 'preact';
import type { Question } from '../../lib/core/card';
import { hostOfOutlet, known, outletOf, type PostCard } from '../../lib/core/post-card';
import { searchesAbout } from '../../lib/core/searches';
import { nameOf } from '../../lib/core/statements';
import { accountName, postLead, postText, postWhoLines } from '../../lib/words/post-text';
import type { Words } from '../../lib/words/words';
import { OutLink, Runs } from '../Runs';
import { Wrong } from '../Wrong';
import { Further, InList } from './Further';
import { WhoFacts } from './WhoSection';

/** One post or search result: the sentences of its card, and every source of what the register says about its account or link. */
export function PostFacts({ card, words }: { card: PostCard; words: Words }) {
  const { account, link, post, register } = card;
  const outlet = outletOf(card);
  const target = known(link?.who ?? null);
  const own = known(account);
  const other = own !== null && target !== null && target.outlet.id !== own.outlet.id ? target : null;
  const { library, company } = card.policy?.policy ?? {};
  const about = post.permalink ?? link?.host ?? accountName(post, words);
  return (
    <>
      <h1>
        <Runs runs={postLead(card, words)} />
      </h1>
      <Row card={card} question="who" words={words}>
        {outlet !== null && <WhoFacts who={outlet} words={words} />}
      </Row>
      {outlet !== null && <InList outlet={outlet.outlet.id} words={words} />}
      {other !== null && (
        <section aria-labelledby="link-who">
          <h2 id="link-who">{words.t('panel_post_link')}</h2>
          <WhoFacts who={other} words={words} />
        </section>
      )}
      <Row card={card} question="when" words={words} />
      <Row card={card} question="paid" words={words}>
        {library !== undefined && company !== undefined && (
          <p class="no-print">
            <OutLink href={library} text={words.t('policy_library', { company })} />
          </p>
        )}
      </Row>
      <Row card={card} question="made" words={words} />
      {post.permalink !== null && (
        <p class="no-print">
          <OutLink href={post.permalink} text={words.t('panel_post_open')} />
        </p>
      )}
      <Further searches={outlet === null ? null : searchesAbout(outlet, hostOfOutlet(card))} words={words} />
      <Wrong
        key={about}
        name={outlet === null ? accountName(post, words) : nameOf(outlet.outlet)}
        about={about}
        built={register?.built ?? null}
        words={words}
      />
    </>
  );
}

interface RowProps {
  card: PostCard;
  question: Question;
  words: Words;
  children?: ComponentChildren;
}

function Row({ card, question, words, children }: RowProps) {
  const row = postText(card, words).rows.find((each) => each.question === question);
  if (row === undefined) return null;
  const lines = question === 'who' ? postWhoLines(card, words) : row.lines;
  return (
    <section data-fact={question} data-state={row.state} aria-labelledby={question}>
      <h2 id={question}>{row.label}</h2>
      {lines.map((line) => (
        <p key={line.text.map((run) => run.text).join('')} class={line.kind}>
          <Runs runs={line.text} />
        </p>
      ))}
      {children}
    </section>
  );
}
