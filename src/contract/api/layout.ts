import { z } from 'zod';

const box = { x: z.number(), y: z.number(), width: z.number(), height: z.number() };

/** Which fields of a large chain are drawn link by link. */
export const LayoutQuery = z.strictObject({
  expand: z.string().max(200).optional().describe('fields, separated by commas; * for all'),
});

/** The chain below the products in layers from left to right, inputs left of what needs them; in pixels. */
export const Layout = z.object({
  schema: z.literal('muster/layout@1'),
  width: z.number(),
  height: z.number(),
  nodes: z.array(
    z.object({
      id: z.string().describe('of the link, or `group:FIELD`'),
      group: z.boolean().describe('true: stands for all links of its field that are not drawn'),
      label: z.string().describe('of a group: its field'),
      labelZh: z.string().nullable(),
      field: z.string(),
      kind: z.string().describe('of the link; `group`'),
      product: z.boolean(),
      links: z.int().describe('how many it stands for; 1 for a link'),
      ...box,
    }),
  ),
  edges: z.array(
    z.object({
      id: z.string(),
      from: z.string().describe('node that is needed'),
      to: z.string().describe('node that needs it'),
      requirements: z.int().describe('how many it stands for'),
      points: z.array(z.object({ x: z.number(), y: z.number() })).describe('where it begins, bends and ends'),
    }),
  ),
  fields: z.array(
    z.object({
      field: z.string(),
      links: z.int().describe('below the products, those aside'),
      open: z.boolean().describe('drawn link by link'),
    }),
  ),
});
export type Layout = z.infer<typeof Layout>;

/** A link as a drawing of the chain needs it. */
export interface LinkToDraw {
  readonly id: string;
  readonly name: string;
  readonly nameZh: string | null;
  readonly field: string;
  readonly kind: string;
  readonly needs: readonly string[];
}

/** What there is to lay out. */
export interface ChainToDraw {
  /** At or below the products. */
  readonly links: readonly LinkToDraw[];
  readonly products: readonly string[];
  /** Fields of a large chain that are drawn link by link; `*` for all. */
  readonly expand: readonly string[];
}
