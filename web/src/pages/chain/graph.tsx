import '@xyflow/react/dist/style.css';
import {
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  MiniMap,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import { createContext, useContext, useEffect, useMemo } from 'react';
import type { Layout } from '../../../../src/contract/api/layout.ts';
import type { Palette } from '../../../../src/figures/theme.ts';
import { chainWords } from '../../words/chain.ts';
import { useWords } from '../../words/subject.ts';
import css from './chain.module.css';
import { neighbour } from './outline.ts';

/** A node as it is drawn. */
export interface Face {
  readonly label: string;
  /** What a reader of the screen is told. */
  readonly spoken: string;
  readonly background: string;
  readonly ink: string;
  readonly works: string;
  readonly product: boolean;
  readonly group: boolean;
}

type LinkNode = Node<{ face: Face }, 'link'>;
type RoutedEdge = Edge<{ points: Layout['edges'][number]['points'] }, 'routed'>;

const Shown = createContext<{
  open: string | null;
  near: ReadonlySet<string> | null;
  press: (id: string) => void;
  step: (id: string, key: string) => boolean;
}>({ open: null, near: null, press: () => undefined, step: () => false });

function LinkBox({ id, data }: NodeProps<LinkNode>) {
  const { open, near, press, step } = useContext(Shown);
  const { face } = data;
  return (
    <>
      <Handle type="target" position={Position.Left} className={css.handle} isConnectable={false} />
      <button
        type="button"
        data-node={id}
        className={css.node}
        data-works={face.works}
        data-product={face.product}
        data-group={face.group}
        data-open={id === open}
        data-near={near === null || near.has(id)}
        style={{ background: face.background, color: face.ink }}
        aria-label={face.spoken}
        title={face.label}
        onClick={() => press(id)}
        onKeyDown={(event) => {
          if (step(id, event.key)) event.preventDefault();
        }}
      >
        <span>{face.label}</span>
      </button>
      <Handle type="source" position={Position.Right} className={css.handle} isConnectable={false} />
    </>
  );
}

/** The way ELK found round the boxes. */
function Routed({ id, data, style }: EdgeProps<RoutedEdge>) {
  const path = (data?.points ?? []).map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
  return <BaseEdge id={id} path={path} style={style} />;
}

const nodeTypes = { link: LinkBox };
const edgeTypes = { routed: Routed };

/** Room for the buttons of the zoom. */
const FIT = { padding: { left: '56px', right: '16px', top: '16px', bottom: '16px' } } as const;
/** A smaller chain is in view as a whole: a map of it would only cover it. */
const MAPPED_MIN = 60;

interface Props {
  readonly layout: Layout;
  readonly faces: ReadonlyMap<string, Face>;
  readonly palette: Palette;
  readonly open: string | null;
  readonly onPress: (id: string) => void;
}

/** The chain in layers: pan, zoom, a map of the whole; arrow keys walk along the links. */
export function Graph(props: Props) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ layout, faces, palette, open, onPress }: Props) {
  const say = useWords(chainWords);
  const flow = useReactFlow();
  const nodes = useMemo<LinkNode[]>(
    () =>
      layout.nodes.map(({ id, x, y, width, height }) => ({
        id,
        type: 'link',
        position: { x, y },
        width,
        height,
        data: { face: faces.get(id)! },
      })),
    [layout, faces],
  );
  const near = useMemo(() => {
    if (open === null) return null;
    const around = layout.edges.filter(({ from, to }) => from === open || to === open);
    return around.length === 0 ? null : new Set([open, ...around.flatMap(({ from, to }) => [from, to])]);
  }, [layout, open]);
  const edges = useMemo<RoutedEdge[]>(
    () =>
      layout.edges.map(({ id, from, to, points }) => {
        const marked = open !== null && (from === open || to === open);
        const style = {
          stroke: marked ? palette.accent : palette.faint,
          strokeWidth: marked ? 1.8 : 1,
          opacity: open === null || marked ? 1 : 0.4,
        };
        return { id, source: from, target: to, type: 'routed', data: { points }, style, focusable: false };
      }),
    [layout, open, palette],
  );
  useEffect(() => {
    const node = layout.nodes.find(({ id }) => id === open);
    if (!node) return;
    const zoom = Math.max(flow.getZoom(), 0.9);
    void flow.setCenter(node.x + node.width / 2, node.y + node.height / 2, { zoom });
  }, [flow, layout, open]);
  const shown = useMemo(
    () => ({
      open,
      near,
      press: onPress,
      step: (id: string, key: string) => {
        const next = neighbour(layout, id, key);
        if (next === null) return false;
        void flow.fitView({ nodes: [{ id: next }], maxZoom: flow.getZoom(), minZoom: flow.getZoom() });
        requestAnimationFrame(() =>
          document
            .querySelector<HTMLElement>(`[data-node="${CSS.escape(next)}"]`)
            ?.focus({ preventScroll: true }),
        );
        return true;
      },
    }),
    [flow, layout, near, onPress, open],
  );
  return (
    <Shown value={shown}>
      <div className={css.graph}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          colorMode={palette.name}
          fitView
          fitViewOptions={FIT}
          minZoom={0.05}
          maxZoom={2.5}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          elementsSelectable={false}
          zoomOnDoubleClick={false}
          proOptions={{ hideAttribution: true }}
          ariaLabelConfig={{
            'controls.ariaLabel': say.controls,
            'controls.zoomIn.ariaLabel': say.zoomIn,
            'controls.zoomOut.ariaLabel': say.zoomOut,
            'controls.fitView.ariaLabel': say.fitView,
            'minimap.ariaLabel': say.minimap,
          }}
        >
          <Controls showInteractive={false} />
          {layout.nodes.length > MAPPED_MIN && (
            <MiniMap
              pannable
              zoomable
              nodeColor={({ data }) =>
                (data as LinkNode['data']).face.background.split(',')[0].replace(/^.*\(.*$/, palette.grid)
              }
              nodeStrokeColor={({ data }) =>
                (data as LinkNode['data']).face.works === 'no' ? palette.broken : palette.faint
              }
            />
          )}
        </ReactFlow>
      </div>
    </Shown>
  );
}
