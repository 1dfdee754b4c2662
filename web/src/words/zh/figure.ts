import type { figureEn } from '../en/figure.ts';

/** Words around figures and tables, in Chinese. */
const figureZh: typeof figureEn = {
  views: { chart: '图', table: '表', method: '方法' },
  viewsOf: (title) => `“${title}”的查看方式`,
  download: (title) => `下载“${title}”`,
  formats: { csv: '表格（CSV）', svg: '矢量图（SVG）', png: '图片（PNG）' },
  noRows: '没有可列的内容。',
  rows: (n) => `${n} 行`,
  why: '为什么？',
  open: (name) => `打开${name}`,
};
export default figureZh;
