import type { Run } from '../lib/words/words';

/** Text with emphasis and links. Links are http(s) only: everything else stays text, whatever the register or a page says. */
export function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run, i) => (
        <Piece key={`${i} ${run.text}`} run={run} />
      ))}
    </>
  );
}

function Piece({ run }: { run: Run }) {
  if (run.href !== undefined) return <OutLink href={run.href} text={run.text} />;
  if (run.muted) return <span class="note">{run.text}</span>;
  return run.strong ? <strong>{run.text}</strong> : run.text;
}

export function OutLink({ href, text }: { href: string; text: string }) {
  if (!/^https?:\/\//i.test(href)) return <span>{text}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
