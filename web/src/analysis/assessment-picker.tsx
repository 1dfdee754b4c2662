import { SegmentedControl, Select } from '@mantine/core';
import type { Assessment } from '../../../src/contract/assess.ts';
import { nameOf } from '../../../src/figures/text.ts';
import { useLang } from '../shell/lang.tsx';
import { useUrl, useUrlState } from '../shell/url-state.ts';
import { analysisWords } from '../words/analysis.ts';
import { useWords } from '../words/subject.ts';
import css from './analysis.module.css';
import { GATES, READINGS } from './assessment.ts';

/** Which cut-off, under which reading of availability, with gates that nobody stated taken how. */
export function AssessmentPicker({ all, chosen }: { all: readonly Assessment[]; chosen?: Assessment }) {
  const say = useWords(analysisWords);
  const { lang } = useLang();
  const [, change] = useUrl();
  const [reading, setReading] = useUrlState<string>('reading', '');
  const [gates, setGates] = useUrlState<string>('gates', 'unknown');
  const scenarios = all.map((one) => ({
    value: one.scenario,
    label: nameOf({ name: one.scenarioName, nameZh: one.scenarioNameZh }, lang),
  }));
  return (
    <div className={css.controls}>
      <Select
        size="xs"
        w={260}
        aria-label={say.scenario}
        data={scenarios}
        value={chosen?.scenario ?? null}
        onChange={(value) =>
          change({ scenario: value === all[0]?.scenario ? undefined : (value ?? undefined) })
        }
        allowDeselect={false}
        searchable
      />
      <Select
        size="xs"
        w={190}
        aria-label={say.reading}
        data={[
          { value: '', label: say.asScenario },
          ...READINGS.map((value) => ({ value, label: say.readings[value] })),
        ]}
        value={reading}
        onChange={(value) => setReading(value ?? '')}
        allowDeselect={false}
      />
      <SegmentedControl
        size="xs"
        aria-label={say.gatesHead}
        data={GATES.map((value) => ({ value, label: say.gates[value] }))}
        value={gates}
        onChange={setGates}
      />
    </div>
  );
}
