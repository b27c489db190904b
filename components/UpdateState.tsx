import { useState } from 'preact/hooks';
import type { Reason } from '../lib/core/update/reasons';
import { snake } from '../lib/words/snake';
import type { Words } from '../lib/words/words';

export interface UpdateStateProps {
  words: Words;
  /** Where updates come from; null when no address is set, so that there are none. */
  host: string | null;
  organisation: string | null;
  overdue: boolean;
  last: { at: string; result: 'updated' | 'current' | 'kept' | 'running'; reason: Reason | null } | null;
  onUpdate: () => Promise<void>;
}

/** Whether the list is up to date, and if not, why not. Anything wrong keeps the list there is. */
export function UpdateState({ words, host, organisation, overdue, last, onUpdate }: UpdateStateProps) {
  const [busy, setBusy] = useState(false);
  const update = (): void => {
    setBusy(true);
    void onUpdate().finally(() => setBusy(false));
  };
  if (host === null) return <p class="small">{words.t('list_note')}</p>;
  return (
    <>
      {organisation !== null && <p>{words.t('list_organisation', { organisation })}</p>}
      <p class="small">{words.t('update_from', { host })}</p>
      <p role="status">
        {busy ? words.t('update_running') : last !== null && words.t(`update_${last.result}`, { day: words.day(last.at.slice(0, 10)) })}
        {!busy && last?.reason != null && ` ${words.t(`update_reason_${snake(last.reason)}`)}`}
      </p>
      {overdue && <p>{words.t('update_overdue')}</p>}
      <div class="actions">
        <button type="button" disabled={busy} onClick={update}>
          {words.t('update_now')}
        </button>
      </div>
    </>
  );
}
