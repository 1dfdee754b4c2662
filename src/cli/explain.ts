import { type Command, Option } from 'commander';
import { assess } from '../app/assess.ts';
import { openProgramme } from '../app/check-folder.ts';
import type { Explanation } from '../contract/explain.ts';
import { MusterError } from '../kernel/errors.ts';
import { readPlanOrRefusal } from './read-plan.ts';

interface Flags {
  readonly lang: 'en' | 'zh';
  readonly json?: boolean;
}

/** `muster explain FOLDER PLAN.json SUBJECT`: why something is as it is in a plan, and what would flip it. */
export function registerExplain(program: Command): void {
  program
    .command('explain')
    .description('why something is as it is in a plan, and what would flip it')
    .argument('<folder>', 'programme folder')
    .argument('<plan>', 'plan.json of the programme, or its infeasible.json')
    .argument(
      '<subject>',
      'id of a product, link, goal, project (OPTION/TEAM), fund, resource or scenario; mode:PROJECT for its lead, lock-in:PROJECT, lock-out:PROJECT or deadline:GOAL for a commitment; path of a figure worth asking about (options/OPTION/q)',
    )
    .addOption(
      new Option('--lang <language>', 'language of the sentences').choices(['en', 'zh']).default('en'),
    )
    .option('--json', 'print one JSON object')
    .action(async (folder: string, file: string, subject: string, flags: Flags) => {
      const programme = await openProgramme(folder);
      const plan = await readPlanOrRefusal(file);
      if (plan.programme !== programme.muster.name) {
        throw new MusterError(
          'OTHER_PROGRAMME',
          `${file} is a plan of “${plan.programme}”, ${folder} is “${programme.muster.name}”.`,
          { hint: 'Give the plan that was made of this folder.' },
        );
      }
      if (plan.schema === 'muster/infeasible@1') {
        const { explainRefusal } = await import('../figures/explain/commitment.ts');
        return tell(explainRefusal(plan, subject, flags.lang), flags);
      }
      const { explain } = await import('../figures/explain/index.ts');
      const { currency, priceYear, name, seed } = programme.muster;
      const context = { lang: flags.lang, programme: name, currency, priceYear, seed };
      const assessment = assess(programme, { maxOrder: 1, gates: 'unknown' });
      await tell(explain({ plan, assessment, context }, subject), flags);
    });
}

async function tell(explanation: Explanation, { json, lang }: Flags): Promise<void> {
  process.stdout.write(json ? `${JSON.stringify(explanation, null, 2)}\n` : await textOf(explanation, lang));
}

async function textOf(explanation: Explanation, lang: Flags['lang']): Promise<string> {
  const { words } = await import('../figures/words/index.ts');
  const { formatNumber } = await import('../figures/text.ts');
  const say = words(lang).explain;
  const { subject, sentences, flips, figures, related } = explanation;
  const block = (head: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `\n${head}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  return [
    `${subject.name} (${subject.kind}:${subject.id})\n`,
    block(say.because, sentences),
    block(say.wouldFlip, flips),
    block(
      say.figuresHead,
      figures.map(
        ({ name, value, unit }) =>
          `${name}: ${value === null ? '–' : formatNumber(value, lang)}${unit === '1' ? '' : ` ${unit}`}`,
      ),
    ),
    block(
      say.related,
      related.length === 0 ? [] : [related.map(({ kind, id }) => `${kind}:${id}`).join('  ')],
    ),
  ].join('');
}
