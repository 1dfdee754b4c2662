import { Button, Menu } from '@mantine/core';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import css from './frame.module.css';
import { Icon } from './icons.tsx';
import { useProgramme } from './programme.tsx';
import { useRunChoice } from './run-choice.ts';
import { useUrl } from './url-state.ts';

/** Which plan is looked at; a plan of another version takes that version along. */
export function RunPicker() {
  const say = useWords(shellWords);
  const { latest } = useProgramme();
  const { run, plans } = useRunChoice();
  const [search, change] = useUrl();
  if (plans.length === 0) return null;
  const shown = run ? `${say.run} ${run.id.slice(0, 4)}` : say.noRun;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="grey"
          size="compact-sm"
          className={css.switcher}
          rightSection={<Icon name="down" size={12} />}
          aria-label={`${say.chooseRun}: ${shown}`}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        <Menu.Item
          onClick={() => change({ run: undefined, version: undefined })}
          rightSection={search.run ? null : <Icon name="check" size={14} />}
        >
          {say.latestRun}
        </Menu.Item>
        <Menu.Divider />
        {plans.map(({ id, version }) => (
          <Menu.Item
            key={id}
            onClick={() =>
              change({ run: id, version: version === latest.number ? undefined : String(version) })
            }
            rightSection={id === search.run ? <Icon name="check" size={14} /> : null}
          >
            {`${say.run} ${id.slice(0, 4)}`}
            <div className={css.small}>{say.version(version)}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
