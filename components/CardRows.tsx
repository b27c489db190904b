import type { CardText, Line, Row } from '../lib/words/card-text';
import { Runs } from './Runs';

/** The four questions, always all of them and in the same form for every outlet. */
export function CardRows({ text }: { text: CardText }) {
  return (
    <dl class="rows">
      {text.rows.map((row) => (
        <div class="row" key={row.question} data-fact={row.question} data-state={row.state}>
          <dt>{row.label}</dt>
          <dd>
            <Lines lines={row.first ?? []} />
            {row.steps.length > 0 && <Steps row={row} />}
            <Lines lines={row.lines} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <>
      {lines.map((line) => (
        <p key={line.text.map((run) => run.text).join('')} class={line.kind}>
          <Runs runs={line.text} />
        </p>
      ))}
    </>
  );
}

function Steps({ row }: { row: Row }) {
  return (
    <ol class="chain">
      {row.steps.map((step) => (
        <li key={step.text.map((run) => run.text).join('')} class={step.end ? 'end' : undefined}>
          <Runs runs={step.text} />
        </li>
      ))}
    </ol>
  );
}
