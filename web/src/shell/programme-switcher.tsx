import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useList } from '../api/queries.ts';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import css from './frame.module.css';
import { Icon } from './icons.tsx';
import { useProgrammeIfAny } from './programme.tsx';

/** Which programme: a menu of all one has a role in. */
export function ProgrammeSwitcher() {
  const say = useWords(shellWords);
  const programme = useProgrammeIfAny();
  const { items } = useList('GET /programmes', {});
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="grey"
          size="compact-sm"
          className={css.switcher}
          rightSection={<Icon name="down" size={12} />}
        >
          <span className={css.cut}>{programme?.name ?? say.chooseProgramme}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {items.map(({ id, name }) => (
          <Menu.Item
            key={id}
            component={Link}
            to={`/p/${id}`}
            rightSection={id === programme?.id ? <Icon name="check" size={14} /> : null}
          >
            {name}
          </Menu.Item>
        ))}
        {items.length > 0 && <Menu.Divider />}
        <Menu.Item component={Link} to="/" leftSection={<Icon name="home" />}>
          {say.allProgrammes}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
