import { Chip, SegmentedControl, Select } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import type { Content } from '../../../../src/contract/api/content.ts';
import type { Layout } from '../../../../src/contract/api/layout.ts';
import type { Assessment } from '../../../../src/contract/assess.ts';
import { chainCaption } from '../../../../src/figures/chain-caption.ts';
import {
  type FigureContext,
  formatMoney,
  formatNumber,
  formatShare,
  joinClauses,
  label,
  nameOf,
} from '../../../../src/figures/text.ts';
import { readableOn } from '../../../../src/figures/theme.ts';
import { words } from '../../../../src/figures/words/index.ts';
import analysis from '../../analysis/analysis.module.css';
import { useAssessment } from '../../analysis/assessment.ts';
import { AssessmentPicker } from '../../analysis/assessment-picker.tsx';
import { useContent } from '../../analysis/content.ts';
import { contextOf } from '../../analysis/context.ts';
import { ExplainPanel } from '../../analysis/explain-panel.tsx';
import { useRead } from '../../api/queries.ts';
import { FigureView } from '../../figure/figure-view.tsx';
import { usePalette } from '../../figure/palette.ts';
import { useLang } from '../../shell/lang.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { ProblemNote } from '../../shell/problem.tsx';
import { useProgramme } from '../../shell/programme.tsx';
import { useRunChoice } from '../../shell/run-choice.ts';
import { useUrl, useUrlState } from '../../shell/url-state.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { analysisWords } from '../../words/analysis.ts';
import { chainWords } from '../../words/chain.ts';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';
import { COLOURINGS, type Colouring, hatching, shadeColour, shadesOf } from './colours.ts';
import { type Face, Graph } from './graph.tsx';
import { Legend } from './legend.tsx';
import { LinkPanel } from './link-panel.tsx';
import { outlineOf } from './outline.ts';
import { OutlineList } from './outline-list.tsx';

/** Every link below the products, drawn in layers or told as an outline. */
export default function Page() {
  const shell = useWords(shellWords);
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const { id, version } = useProgramme();
  const [{ expand }] = useUrl();
  const assessment = useAssessment();
  const content = useContent();
  const layout = useRead('GET /programmes/{programme}/versions/{version}/layout', {
    params: { programme: id, version },
    query: { expand },
  });
  const error = assessment.error ?? content.error ?? layout.error;
  return (
    <>
      <PageHead title={shell.pages.chain} lead={say.pages.chain}>
        <AssessmentPicker all={assessment.all} chosen={assessment.chosen} />
      </PageHead>
      {error ? (
        <ProblemNote error={error} onRetry={() => void assessment.refetch()} />
      ) : assessment.chosen && content.data && layout.data ? (
        <Chain
          assessment={assessment.chosen}
          content={content.data}
          layout={layout.data}
          context={contextOf(content.data, lang)}
        />
      ) : (
        <Waiting />
      )}
    </>
  );
}

interface Given {
  readonly assessment: Assessment;
  readonly content: Content;
  readonly layout: Layout;
  readonly context: FigureContext;
}

function Chain({ assessment, content, layout, context }: Given) {
  const say = useWords(chainWords);
  const palette = usePalette();
  const [search, change] = useUrl();
  const { run } = useRunChoice();
  const [as, setAs] = useUrlState<'graph' | 'outline'>('as', 'graph');
  const [colour, setColour] = useUrlState<Colouring>('colour', 'exposure');
  const colouring = COLOURINGS.includes(colour) ? colour : 'exposure';
  const describe = useDescription(assessment, content, colouring, context);
  const opened = layout.fields.filter(({ open }) => open).map(({ field }) => field);
  const collapsed = layout.nodes.some(({ group }) => group);
  const setFields = useCallback(
    (fields: readonly string[]) => change({ expand: fields.length > 0 ? fields.join(',') : undefined }),
    [change],
  );
  const openLink = useCallback((link: string | null) => change({ link: link ?? undefined }), [change]);
  const press = useCallback(
    (id: string) => {
      const node = layout.nodes.find((one) => one.id === id);
      if (node?.group) setFields([...opened, node.field]);
      else openLink(id);
    },
    [layout, opened, setFields, openLink],
  );
  const faces = useFaces({ assessment, content, layout, context }, describe);
  const hidden = layout.nodes.filter(({ group }) => group).reduce((sum, { links }) => sum + links, 0);
  const figure = useMemo(() => chainCaption(assessment, hidden, context), [assessment, hidden, context]);
  const products = assessment.products.map(({ id }) => id);
  const link = search.link ?? null;
  return (
    <>
      <div className={analysis.controls} style={{ marginBottom: 12 }}>
        <Select
          size="xs"
          w={260}
          aria-label={say.search}
          placeholder={say.search}
          nothingFoundMessage={say.noMatch}
          data={assessment.links.map((one) => ({ value: one.id, label: nameOf(one, context.lang) }))}
          value={link}
          onChange={openLink}
          searchable
          clearable
          limit={60}
        />
        <SegmentedControl
          size="xs"
          aria-label={say.colour}
          data={COLOURINGS.map((value) => ({ value, label: say.colourings[value] }))}
          value={colouring}
          onChange={(value) => setColour(value as Colouring)}
        />
        <SegmentedControl
          size="xs"
          aria-label={say.as}
          data={(['graph', 'outline'] as const).map((value) => ({ value, label: say[value] }))}
          value={as}
          onChange={(value) => setAs(value as 'graph' | 'outline')}
        />
        {(collapsed || search.expand !== undefined) && (
          <Chip.Group multiple value={opened} onChange={setFields}>
            {layout.fields.map(({ field, links }) => (
              <Chip key={field} value={field} size="xs" variant="outline">
                {say.group(label(words(context.lang).labels.fields, field), links)}
              </Chip>
            ))}
          </Chip.Group>
        )}
      </div>
      <FigureView figure={figure} context={context} onRow={(row) => openLink(assessment.links[row].id)}>
        <Legend colouring={colouring} palette={palette} />
        {as === 'outline' ? (
          <OutlineList
            nodes={outlineOf(assessment.links, products)}
            describe={describe}
            elsewhere={say.elsewhere}
            linkClass={analysis.link}
            onPress={openLink}
          />
        ) : (
          <Graph layout={layout} faces={faces} palette={palette} open={link} onPress={press} />
        )}
      </FigureView>
      <LinkPanel
        link={search.why === undefined ? link : null}
        assessment={assessment}
        content={content}
        context={context}
        onLink={openLink}
        onWhy={run?.resultHash ? (why) => change({ why }) : undefined}
      />
      {run?.resultHash && <ExplainPanel run={run.id} />}
    </>
  );
}

/** Name, state in words and colour of a link. */
function useDescription(
  assessment: Assessment,
  content: Content,
  colouring: Colouring,
  context: FigureContext,
): (id: string) => { name: string; state: string; background: string } {
  const say = useWords(chainWords);
  const palette = usePalette();
  return useMemo(() => {
    const { lang } = context;
    const shades = shadesOf(colouring, assessment, content);
    const links = new Map(assessment.links.map((link) => [link.id, link]));
    const tell = {
      exposure: (x: number) => say.exposureOf(formatShare(x, lang)),
      readiness: (x: number) => say.readinessOf(formatNumber(x, lang)),
      price: (x: number) => say.priceOf(formatMoney(x, context)),
    }[colouring];
    return (id) => {
      const link = links.get(id);
      const shade = shades.get(id) ?? null;
      const works = link?.works === 'no' ? say.stopped : link?.works === 'unknown' ? say.maybe : '';
      return {
        name: link ? nameOf(link, lang) : id,
        state: joinClauses([shade ? tell(shade.quantity) : say.unknown, works], lang),
        background: shade ? shadeColour(palette, colouring, shade) : hatching(palette),
      };
    };
  }, [assessment, content, colouring, context, palette, say]);
}

function useFaces(
  { assessment, layout, context }: Given,
  describe: (id: string) => { name: string; state: string; background: string },
): ReadonlyMap<string, Face> {
  const say = useWords(chainWords);
  const palette = usePalette();
  return useMemo(() => {
    const works = new Map(assessment.links.map((link) => [link.id, link.works]));
    const { labels } = words(context.lang);
    return new Map(
      layout.nodes.map(({ id, group, field, links, product }): [string, Face] => {
        if (group) {
          const name = label(labels.fields, field);
          const shown = { label: say.group(name, links), spoken: say.openGroup(name) };
          const face = { background: palette.surface, ink: palette.ink, works: 'yes', product, group };
          return [id, { ...shown, ...face }];
        }
        const { name, state, background } = describe(id);
        const ink = background.startsWith('#') ? readableOn(background) : palette.ink;
        const spoken = joinClauses([name, state], context.lang);
        return [id, { label: name, spoken, background, ink, works: works.get(id) ?? 'yes', product, group }];
      }),
    );
  }, [assessment, layout, context, describe, palette, say]);
}
