import type { ReactNode } from 'react';
import { type Block, type Inline, parseMarkdown } from './markdown.ts';
import css from './method.module.css';

/** A page of the documentation; links to others of it are followed by `onPage`. */
export function Document(props: { source: string; onPage: (path: string) => (() => void) | null }) {
  const inline = (pieces: readonly Inline[]): ReactNode =>
    pieces.map((piece, i) => {
      const key = `${i} ${piece.text}`;
      if (piece.kind === 'code') return <code key={key}>{piece.text}</code>;
      if (piece.kind === 'strong') return <strong key={key}>{piece.text}</strong>;
      if (piece.kind !== 'link') return piece.text;
      const follow = props.onPage(piece.to);
      if (follow) {
        return (
          <button key={key} type="button" className={css.link} onClick={follow}>
            {piece.text}
          </button>
        );
      }
      if (!/^https?:/.test(piece.to)) return piece.text;
      return (
        <a key={key} href={piece.to} target="_blank" rel="noreferrer">
          {piece.text}
        </a>
      );
    });
  return (
    <article className={css.document} lang="en">
      {parseMarkdown(props.source).map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change its order
        <Piece key={i} block={block} inline={inline} />
      ))}
    </article>
  );
}

function Piece({ block, inline }: { block: Block; inline: (pieces: readonly Inline[]) => ReactNode }) {
  if (block.kind === 'paragraph') return <p>{inline(block.text)}</p>;
  if (block.kind === 'code') return <pre>{block.text}</pre>;
  if (block.kind === 'heading') {
    const text = inline(block.text);
    return block.level === 1 ? <h2>{text}</h2> : <h3>{text}</h3>;
  }
  if (block.kind === 'list') {
    const items = block.items.map((item, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change its order
      <li key={i}>{inline(item)}</li>
    ));
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  return (
    <div className={css.scroll}>
      <table>
        <thead>
          <tr>
            {block.head.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change its order
              <th key={i} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change its order
            <tr key={i}>
              {row.map((cell, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a document does not change its order
                <td key={j}>{inline(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
