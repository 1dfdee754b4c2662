import css from './chain.module.css';
import type { OutlineNode } from './outline.ts';

/** The chain as a list: the same links, colours and states in words. */
export function OutlineList(props: {
  nodes: readonly OutlineNode[];
  describe: (id: string) => { name: string; state: string; background: string };
  elsewhere: string;
  linkClass: string;
  onPress: (id: string) => void;
}) {
  const line = (node: OutlineNode, path: string) => {
    const { name, state, background } = props.describe(node.id);
    const key = `${path}/${node.id}`;
    return (
      <li key={key}>
        <span className={css.line}>
          <span className={css.swatch} style={{ background }} aria-hidden />
          <button type="button" className={props.linkClass} onClick={() => props.onPress(node.id)}>
            {name}
          </button>
          <span className={css.muted}>
            {state}
            {node.elsewhere ? ` · ${props.elsewhere}` : ''}
          </span>
        </span>
        {node.children.length > 0 && <ul>{node.children.map((child) => line(child, key))}</ul>}
      </li>
    );
  };
  return <ul className={css.outline}>{props.nodes.map((node) => line(node, ''))}</ul>;
}
