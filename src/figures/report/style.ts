import { DARK, FONT, LIGHT, type Palette } from '../theme.ts';

const variables = (p: Palette): string =>
  `--surface:${p.surface};--ink:${p.ink};--muted:${p.muted};--faint:${p.faint};--grid:${p.grid};--accent:${p.accent};--broken:${p.broken};`;

/** The style sheet of a report: calm and dense on screen, light or dark as the reader's system is, light on paper. */
export const STYLE = `
:root{color-scheme:light dark;${variables(LIGHT)}--panel:#f5f7f9}
@media screen and (prefers-color-scheme:dark){:root{${variables(DARK)}--panel:#1e242c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--ink);font:14.5px/1.5 ${FONT}}
main,header,footer,nav{max-width:1140px;margin:0 auto;padding:0 28px}
header{padding-top:34px;padding-bottom:10px}
.kicker{margin:0;color:var(--muted);font-size:13px}
h1{margin:2px 0 12px;font-size:27px;line-height:1.2;font-weight:650;letter-spacing:-.01em}
h2{margin:44px 0 12px;padding-top:12px;border-top:2px solid var(--ink);font-size:19px;line-height:1.3;font-weight:650}
h3{margin:28px 0 4px;font-size:15.5px;line-height:1.35;font-weight:650}
p{margin:4px 0 8px;max-width:78ch}
ul{margin:4px 0 10px;padding-left:20px;max-width:84ch}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
dl.facts{display:flex;flex-wrap:wrap;gap:6px 34px;margin:0}
dl.facts dt{color:var(--muted);font-size:12px}
dl.facts dd{margin:0;font-weight:600}
nav ol{display:flex;flex-wrap:wrap;gap:2px 20px;margin:12px 0 0;padding:10px 0 0;border-top:1px solid var(--grid);list-style:none;font-size:13px}
nav a{display:inline-block;padding:3px 0;text-decoration:none}
nav a:hover{text-decoration:underline}
dl.findings{display:grid;grid-template-columns:minmax(150px,190px) 1fr;margin:0;border-top:1px solid var(--grid)}
dl.findings dt,dl.findings dd{margin:0;padding:9px 0;border-bottom:1px solid var(--grid)}
dl.findings dt{padding-right:16px;color:var(--accent);font-weight:650}
dl.findings dd{max-width:86ch}
figure{margin:26px 0 8px}
figcaption h3{margin:0 0 2px}
.subtitle,.note,.none{color:var(--muted);font-size:12.5px}
.subtitle{margin:0 0 8px;max-width:110ch}
svg.drawing{display:block;width:100%;min-width:var(--least,0);height:auto}
.canvas{overflow-x:auto}
svg.dark{display:none}
@media screen and (prefers-color-scheme:dark){svg.dark{display:block}svg.light{display:none}}
details{margin:4px 0;font-size:13px}
details[open]{padding-bottom:8px}
summary{display:inline-block;min-height:24px;padding:2px 10px 2px 0;color:var(--accent);cursor:pointer}
summary::before{content:"▸ ";color:var(--muted)}
details[open]>summary::before{content:"▾ "}
summary::-webkit-details-marker{display:none}
.scroll{overflow-x:auto;margin:6px 0 4px}
table.data{width:100%;border-collapse:collapse;font-size:12.5px;line-height:1.35;font-variant-numeric:tabular-nums}
table.data caption{padding:0 0 5px;color:var(--muted);font-size:12px;text-align:left}
table.data th,table.data td{padding:4px 8px;vertical-align:top;text-align:left;font-weight:400}
table.data th:first-child,table.data td:first-child{padding-left:0}
table.data thead th{border-bottom:1px solid var(--ink);vertical-align:bottom;font-weight:600;font-size:12px}
table.data tbody{border-bottom:1px solid var(--grid)}
table.data tbody th{font-weight:600}
table.data .num{text-align:right;white-space:nowrap}
table.data thead .num{white-space:normal}
table.data .short{white-space:nowrap}
table.data tr.under td{padding-top:0;padding-bottom:6px;color:var(--muted);font-size:12px}
table.data tr.under .item{margin-right:18px}
table.data tr.under .prose{display:block}
table.data tr.under .lead{color:var(--ink);font-weight:600}
table.dense{font-size:11.5px}
table.dense th,table.dense td{padding:3px 5px}
table.dense thead th{font-size:11px}
table.dense thead .num{min-width:38px}
footer{margin-top:44px;padding-top:12px;padding-bottom:44px;color:var(--muted);font-size:12.5px}
@media (max-width:720px){main,header,footer,nav{padding-left:14px;padding-right:14px}svg.drawing{min-width:var(--least,720px)}dl.findings{grid-template-columns:1fr}dl.findings dt{border-bottom:0;padding-bottom:0}dl.findings dd{padding-top:2px}}
@page{size:A4;margin:15mm 14mm 16mm}
@page wide{size:A4 landscape;margin:12mm}
@media print{
:root{color-scheme:light}
body{font-size:9.5pt;line-height:1.4}
main,header,footer,nav{max-width:none;padding:0}
nav,summary{display:none}
h1{font-size:20pt}
h2{font-size:13.5pt;margin-top:18pt;break-after:avoid}
h3,figcaption,caption{break-after:avoid}
figure.plain,dl.findings dt,dl.findings dd,table.data tbody,tr{break-inside:avoid}
table.data{font-size:7.8pt}
table.data thead th{font-size:7.8pt}
table.dense,table.dense thead th{font-size:7.3pt}
table.dense th,table.dense td{padding:2px 3px}
table.dense thead .num{min-width:0}
table.data tr.under td{font-size:7.5pt}
thead{display:table-header-group}
.scroll{overflow:visible}
.canvas{overflow:visible;break-inside:avoid}
svg.drawing{min-width:0}
figure.wide,.part.wide,h2:has(+figure.wide),h2:has(+.part.wide){page:wide}
figure.wide{margin-top:6px}
figure.wide svg.drawing{max-height:134mm}
figure.plain svg.drawing{max-height:215mm}
details.method::details-content{content-visibility:visible;block-size:auto}
details.data{display:none}
details.method{color:var(--muted);font-size:8pt}
}
`;
