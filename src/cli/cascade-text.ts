import type { CascadeReport } from '../contract/cascade.ts';
import { csvText } from '../figures/csv-file.ts';
import type { NamedNetwork } from '../formats/firm-network/read.ts';
import { columns } from './columns.ts';

type ScenarioLoss = CascadeReport['scenarios'][number];

const percent = (x: number): string => `${(100 * x).toFixed(2)} %`;

/** What `muster cascade` prints for people: the costliest scenarios, and who is hit in the first of them. */
export function cascadeText(report: CascadeReport, named: NamedNetwork, top: number): string {
  const nameOf = new Map(named.ids.map((id, firm) => [id, named.names[firm]]));
  const costliest = [...report.scenarios].sort((a, b) => b.total - a.total).slice(0, top);
  const market = report.replaceable ? 'suppliers replaceable by market share' : 'suppliers irreplaceable';
  const parts = [
    `${report.firms} firms, ${report.links} links, ${report.sectors} sectors; ${market}; losses in % of the output of all firms\n`,
    columns(
      ['shock', '', 'total', 'downstream', 'upstream', 'rounds'],
      costliest.map(({ name, firms, total, downstream, upstream, rounds }) => [
        name,
        firms.length === 1 && firms[0].id === name ? nameOf.get(name)! : shockText(firms),
        percent(total),
        percent(downstream),
        percent(upstream),
        String(rounds),
      ]),
    ),
    ...costliest.slice(0, 1).map(hitText),
    ...report.notes.map((note) => `${note}\n`),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** `A closed, B loses 40.00 %` */
function shockText(firms: ScenarioLoss['firms']): string {
  return firms
    .map(({ id, loss }) => (loss === 1 ? `${id} closed` : `${id} loses ${percent(loss)}`))
    .join(', ');
}

function hitText({ name, total, hit }: ScenarioLoss): string {
  if (!hit || hit.length === 0) return '';
  return columns(
    [`hit by ${name}`, 'name', 'sector', 'lacks inputs', 'lacks demand', 'of the loss'],
    hit.map((firm) => [
      firm.id,
      firm.name,
      firm.sector,
      percent(firm.downstream),
      percent(firm.upstream),
      total > 0 ? percent(firm.ofAll / total) : '–',
    ]),
  );
}

/** `cascade.csv`: one row for each scenario, in the order of the report. */
export function cascadeTable({ scenarios }: CascadeReport): string {
  return csvText(
    ['scenario', 'firms', 'total', 'downstream', 'upstream', 'rounds', 'last_rise', 'converged'],
    scenarios.map((s) => [
      s.name,
      s.firms.map(({ id, loss }) => `${id}=${loss}`).join(' '),
      s.total,
      s.downstream,
      s.upstream,
      s.rounds,
      s.lastRise,
      s.converged ? 'yes' : 'no',
    ]),
  );
}
