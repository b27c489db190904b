import { useId, useState } from 'preact/hooks';
import type { Day } from '../../lib/core/dates';
import type { Slice, Statement } from '../../lib/core/statements';
import { statementText } from '../../lib/words/statement-text';
import { plainText, type Words } from '../../lib/words/words';
import { Statements } from '../Statements';

export interface ClaimAsideProps {
  statement: Statement;
  /** It no longer holds. */
  past: boolean;
  /** What the list said about the same relation before; with a past claim what it says today. */
  others: readonly Statement[];
  names: Pick<Slice, 'entities'>;
  /** Where the claim stands in the register's files. */
  file: string;
  built: Day;
  words: Words;
}

/** With one claim: what it replaced, where it stands, and a correction that the person sends. Nothing is sent from here. */
export function ClaimAside(props: ClaimAsideProps) {
  const [open, setOpen] = useState(false);
  return (
    <details class="claim-more no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{props.words.t('claim_more')}</summary>
      {open && <More {...props} />}
    </details>
  );
}

function More({ statement, past, others, names, file, built, words }: ClaimAsideProps) {
  const sentence = plainText(statementText(statement, names, words, past ? 'past' : 'present'));
  const sources = statement.sources.map(({ title, url }) => (url === undefined ? title : `${title} ${url}`)).join('\n');
  const [text, setText] = useState(() =>
    words.t('wrong_claim_template', { claim: sentence, sources, key: statement.claim.id, file, day: words.day(built) }),
  );
  const [copied, setCopied] = useState(false);
  const message = useId();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div class="claim-extra">
      <h3>{words.t(past ? 'claim_today' : 'claim_history')}</h3>
      {others.length === 0 ? (
        <p class="muted">{words.t(past ? 'claim_today_none' : 'claim_history_none')}</p>
      ) : (
        <Statements statements={others} names={names} words={words} {...(past ? {} : { past: true })} aside={() => null} />
      )}
      <p class="source">{words.t('claim_file', { file, id: statement.claim.id })}</p>
      <h3>{words.t('wrong_title')}</h3>
      <p>{words.t('wrong_text')}</p>
      <label for={message}>{words.t('wrong_label')}</label>
      <textarea id={message} rows={11} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <p class="actions">
        <button type="button" onClick={() => void copy()}>
          <span role="status">{words.t(copied ? 'copied' : 'wrong_copy')}</span>
        </button>
        <a class="button" href={mailTo(words.t('wrong_subject', { claim: sentence }), text)}>
          {words.t('wrong_mail')}
        </a>
      </p>
    </div>
  );
}

/** A new message in the person's own mail program, without an address: there is none yet. */
export function mailTo(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
}
