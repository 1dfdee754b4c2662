import { useRead } from '../api/queries.ts';
import { useProgramme } from '../shell/programme.tsx';

/** What the files of the version that is looked at say. */
export function useContent() {
  const { id, version } = useProgramme();
  return useRead('GET /programmes/{programme}/versions/{version}/content', {
    params: { programme: id, version },
  });
}
