import { Button, Menu } from '@mantine/core';
import { useList } from '../api/queries.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import css from './frame.module.css';
import { Icon } from './icons.tsx';
import { useProgramme } from './programme.tsx';
import { useUrl } from './url-state.ts';
import { useWhen } from './when.ts';

/** Which version of the programme is looked at: in the address, so a link shows the same for ever. */
export function VersionPicker() {
  const say = useWords(shellWords);
  const when = useWhen();
  const { id, version, latest, isLatest } = useProgramme();
  const [, change] = useUrl();
  const { items, more } = useList('GET /programmes/{programme}/versions', { params: { programme: id } });
  const choose = (number: number): void =>
    change({ version: number === latest.number ? undefined : String(number), run: undefined });
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          variant={isLatest ? 'subtle' : 'light'}
          color={isLatest ? 'grey' : 'accent'}
          size="compact-sm"
          className={css.switcher}
          rightSection={<Icon name="down" size={12} />}
          aria-label={`${say.chooseVersion}: ${say.version(version)}`}
        >
          {say.version(version)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {items.map(({ number, reason, author, at }) => (
          <Menu.Item
            key={number}
            onClick={() => choose(number)}
            rightSection={number === version ? <Icon name="check" size={14} /> : null}
          >
            <div className={css.cut}>
              {say.version(number)} · {reason}
            </div>
            <div className={css.small}>
              {[author?.name, when.moment(at)].filter(Boolean).join(' · ')}
              {number === latest.number ? ` · ${say.latest}` : ''}
            </div>
          </Menu.Item>
        ))}
        {more && (
          <Menu.Item closeMenuOnClick={false} onClick={more}>
            {say.more}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
