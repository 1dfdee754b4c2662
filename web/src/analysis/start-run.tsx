import { Button, MultiSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Content } from '../../../src/contract/api/content.ts';
import { useWrite } from '../api/queries.ts';
import { useLang } from '../shell/lang.tsx';
import { Panel } from '../shell/panel.tsx';
import { ProblemNote } from '../shell/problem.tsx';
import { useProgramme } from '../shell/programme.tsx';
import type { Run } from '../shell/run-choice.ts';
import { analysisWords } from '../words/analysis.ts';
import { useWords } from '../words/subject.ts';
import css from './analysis.module.css';
import { folderName } from './context.ts';
import { parseFactors, projectsOf } from './run-options.ts';

type Kind = 'plan' | 'frontier' | 'alternatives';
const number = (value: string | number, usual: number): number => (value === '' ? usual : Number(value));

/** Asks for a run of one kind with its options; what was typed stays where it is refused. */
export function StartRun(props: {
  kind: Kind;
  content: Content;
  onStarted: (run: Run) => void;
  onCancel?: () => void;
}) {
  const { kind, content } = props;
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const { id, version } = useProgramme();
  const [gap, setGap] = useState<string | number>(1);
  const [seconds, setSeconds] = useState<string | number>('');
  const [factors, setFactors] = useState('0.25 0.5 0.75 1 1.25 1.5 1.75 2');
  const [count, setCount] = useState<string | number>(20);
  const [within, setWithin] = useState<string | number>(1);
  const [apart, setApart] = useState<string | number>(20);
  const [forced, setForced] = useState<string[]>([]);
  const [barred, setBarred] = useState<string[]>([]);
  const [budgets, setBudgets] = useState<Record<string, string | number>>({});
  const start = useWrite('POST /programmes/{programme}/runs', ['GET /programmes/{programme}/runs']);
  const projects = projectsOf(content, lang);
  const multiples = parseFactors(factors);
  const common = {
    timeLimit: seconds === '' ? null : Number(seconds),
    with: forced.map((project) => ({ project })),
    without: barred,
    budgets: Object.entries(budgets)
      .filter(([, percent]) => percent !== '' && percent !== 100)
      .map(([fund, percent]) => ({ fund, factor: Number(percent) / 100 })),
  };
  const options = {
    plan: { gap: number(gap, 1) / 100 },
    frontier: { factors: multiples ?? [] },
    alternatives: {
      count: number(count, 20),
      within: number(within, 1) / 100,
      apart: number(apart, 20) / 100,
    },
  }[kind];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { version, kind, options: { ...options, ...common } };
    start.mutate({ params: { programme: id }, body } as never, {
      onSuccess: (run) => props.onStarted(run as Run),
    });
  };
  return (
    <Panel title={say.start[kind]}>
      <form className={css.form} onSubmit={submit}>
        {kind === 'plan' && (
          <NumberInput
            label={say.gap}
            value={gap}
            onChange={setGap}
            min={0}
            max={100}
            suffix=" %"
            size="xs"
          />
        )}
        {kind === 'frontier' && (
          <TextInput
            label={say.factors}
            value={factors}
            onChange={(event) => setFactors(event.currentTarget.value)}
            error={multiples ? null : say.factorsBad}
            size="xs"
          />
        )}
        {kind === 'alternatives' && (
          <>
            <NumberInput label={say.count} value={count} onChange={setCount} min={1} max={100} size="xs" />
            <NumberInput
              label={say.within}
              value={within}
              onChange={setWithin}
              min={0}
              max={100}
              suffix=" %"
              size="xs"
            />
            <NumberInput
              label={say.apart}
              value={apart}
              onChange={setApart}
              min={1}
              max={100}
              suffix=" %"
              size="xs"
            />
          </>
        )}
        <NumberInput
          label={say.timeLimit}
          value={seconds}
          onChange={setSeconds}
          min={1}
          max={86400}
          suffix={` ${say.secondsUnit}`}
          placeholder={say.noLimit}
          size="xs"
        />
        <MultiSelect
          label={say.with}
          data={projects}
          value={forced}
          onChange={setForced}
          searchable
          clearable
          size="xs"
        />
        <MultiSelect
          label={say.without}
          data={projects}
          value={barred}
          onChange={setBarred}
          searchable
          clearable
          size="xs"
        />
        {content.parts.funds.map((fund) => (
          <NumberInput
            key={fund.id}
            label={say.moneyOf(folderName(fund, lang))}
            value={budgets[fund.id] ?? 100}
            onChange={(value) => setBudgets((now) => ({ ...now, [fund.id]: value }))}
            min={0}
            suffix=" %"
            size="xs"
          />
        ))}
        <div className={css.controls}>
          <Button type="submit" loading={start.isPending} disabled={kind === 'frontier' && !multiples}>
            {say.startNow}
          </Button>
          {props.onCancel && (
            <Button variant="default" onClick={props.onCancel}>
              {say.close}
            </Button>
          )}
        </div>
        {start.error && (
          <div className={css.whole}>
            <ProblemNote error={start.error} />
          </div>
        )}
      </form>
    </Panel>
  );
}
