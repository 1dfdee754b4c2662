/** Words around figures and tables, in English. */
export const figureEn = {
  views: { chart: 'Chart', table: 'Table', method: 'Method' },
  viewsOf: (title: string) => `Ways to look at “${title}”`,
  download: (title: string) => `Download “${title}”`,
  formats: { csv: 'Table as CSV', svg: 'Drawing as SVG', png: 'Picture as PNG' },
  noRows: 'Nothing to list.',
  rows: (n: string) => `${n} rows`,
  why: 'Why?',
  open: (name: string) => `Open ${name}`,
};
