import { EmptyState } from '../../shell/empty-state.tsx';
import { shellWords } from '../../words/shell.ts';
import { useWords } from '../../words/subject.ts';

export default function Page() {
  const say = useWords(shellWords);
  return <EmptyState icon="home" title={say.pages.scenarios} text={say.soon} />;
}
