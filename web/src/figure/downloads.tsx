import { ActionIcon, Menu } from '@mantine/core';
import type { Figure, Table } from '../../../src/figures/figure.ts';
import { Icon } from '../shell/icons.tsx';
import { figureWords } from '../words/figure.ts';
import { useWords } from '../words/subject.ts';
import { loadRenderer } from './drawing.tsx';
import { pngFile, save } from './files.ts';
import { usePalette } from './palette.ts';
import { svgFile } from './svg.ts';

/** Before the text, so that spreadsheets read it as UTF-8. */
const MARK = '\ufeff';

/** Files of a figure or table: raw numbers as CSV with cells that no spreadsheet takes for formulae, the drawing as shown. */
export function Downloads({ table, title, drawn }: { table: Table; title: string; drawn?: Figure }) {
  const say = useWords(figureWords);
  const palette = usePalette();
  const name = drawn?.id ?? table.id;
  const csv = async () => {
    const { csvText } = await import('../../../src/figures/csv-file.ts');
    const text = csvText(
      table.columns.map(({ label }) => label),
      table.rows,
    );
    save(`${name}.csv`, MARK + text, 'text/csv;charset=utf-8');
  };
  const svg = async () => (await loadRenderer()).renderSvg(drawn!, palette);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={say.download(title)} color="grey" c="dimmed">
          <Icon name="download" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void csv()}>{say.formats.csv}</Menu.Item>
        {drawn && (
          <>
            <Menu.Item
              onClick={() =>
                void svg().then((text) =>
                  save(`${name}.svg`, svgFile(text, palette.surface), 'image/svg+xml'),
                )
              }
            >
              {say.formats.svg}
            </Menu.Item>
            <Menu.Item
              onClick={() =>
                void svg()
                  .then((text) => pngFile(text, palette.surface))
                  .then((blob) => save(`${name}.png`, blob, 'image/png'))
              }
            >
              {say.formats.png}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
