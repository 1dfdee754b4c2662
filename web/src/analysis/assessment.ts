import type { Assessment, AssessmentReport } from '../../../src/contract/assess.ts';
import { useRead } from '../api/queries.ts';
import { useProgramme } from '../shell/programme.tsx';
import { useUrl } from '../shell/url-state.ts';

export const READINGS = ['home', 'world'] as const;
export const GATES = ['unknown', 'all', 'any'] as const;

/** All scenarios of a report. */
export const scenariosOf = (report: AssessmentReport): Assessment[] => [report, ...report.otherScenarios];

/** The assessment that the address asks for: `scenario`, `reading` and `gates`. */
export function useAssessment() {
  const { id, version } = useProgramme();
  const [{ scenario, reading, gates }] = useUrl();
  const read = useRead('GET /programmes/{programme}/versions/{version}/assessment', {
    params: { programme: id, version },
    query: {
      reading: READINGS.find((one) => one === reading),
      gates: GATES.find((one) => one === gates) ?? 'unknown',
    },
  });
  const all = read.data ? scenariosOf(read.data) : [];
  return { ...read, report: read.data, all, chosen: all.find((one) => one.scenario === scenario) ?? all[0] };
}
