import type { ComponentChildren } from 'preact';
import type { EntityId } from '../lib/core/register';
import type { Words } from '../lib/words/words';
import type { Content, ContentBox, ContentLine } from './picture-content';
import { lineText } from './picture-names';

interface TreeProps {
  content: Content;
  words: Words;
  linkTo?: ((id: EntityId) => string) | undefined;
}

/** The drawing in words: the same boxes and lines as nested lists, from the entity to whoever holds it. */
export function OwnershipTree({ content, words, linkTo }: TreeProps) {
  const shown = new Set<string>();
  const items = (lines: readonly ContentLine[]): ComponentChildren => {
    const holders = [...new Set(lines.map(({ to }) => to))];
    return (
      <ul>
        {holders.map((id) => {
          const box = content.boxes.find((each) => each.id === id);
          return box === undefined ? null : (
            <li key={id}>
              {branch(
                box,
                lines.filter(({ to }) => to === id),
              )}
            </li>
          );
        })}
      </ul>
    );
  };
  const branch = (box: ContentBox, held: readonly ContentLine[]): ComponentChildren => {
    const again = shown.has(box.id);
    shown.add(box.id);
    const above = again ? [] : content.lines.filter(({ from }) => from === box.id);
    return (
      <>
        <Name box={box} linkTo={linkTo} />
        {held.map((line) => lineText(line) !== '' && <Note key={line.id} name="held" text={lineText(line)} />)}
        {box.note !== null && !again && <Note name="ends" text={box.note} />}
        {again && content.lines.some(({ from }) => from === box.id) && <Note name="again" text={words.t('picture_again')} />}
        {above.length > 0 && items(above)}
      </>
    );
  };
  const start = content.boxes.find(({ id }) => id === content.start);
  return <ul class="holders">{start !== undefined && <li>{branch(start, [])}</li>}</ul>;
}

function Name({ box, linkTo }: { box: ContentBox } & Pick<TreeProps, 'linkTo'>) {
  if (box.kind === 'start') return <strong class="name">{box.text}</strong>;
  if (box.entity !== null && linkTo !== undefined)
    return (
      <a class="name" href={linkTo(box.entity)}>
        {box.text}
      </a>
    );
  return <span class={`name ${box.kind}`}>{box.text}</span>;
}

function Note({ name, text }: { name: string; text: string }) {
  return <span class={`note ${name}`}> · {text}</span>;
}
