import { Kbd, Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { type Command, shownKeys, useAllCommands } from './commands.ts';
import { Icon } from './icons.tsx';
import css from './palette.module.css';

/** Commands whose words hold every word asked for, in any order. */
function found(commands: readonly Command[], asked: string): Command[] {
  const wanted = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const seen = new Set<string>();
  return commands.filter(({ id, label, also = '' }) => {
    const text = `${label} ${also}`.toLowerCase();
    if (seen.has(id) || !wanted.every((word) => text.includes(word))) return false;
    seen.add(id);
    return true;
  });
}

/** The keyboard palette: every page, programme and action, found by typing. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(shellWords);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.palette}
      size="lg"
      yOffset="12vh"
      classNames={{ body: css.body }}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <Finder onDone={onClose} />
    </Modal>
  );
}

function Finder({ onDone }: { onDone: () => void }) {
  const say = useWords(shellWords);
  const commands = useAllCommands();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const hits = useMemo(() => found(commands, asked), [commands, asked]);
  const chosen = Math.min(at, hits.length - 1);
  const run = (command: Command | undefined): void => {
    if (!command) return;
    onDone();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((chosen + step + hits.length) % Math.max(1, hits.length));
    else if (event.key === 'Enter') run(hits[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        data-autofocus
        value={asked}
        onChange={(event) => {
          setAsked(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        placeholder={say.paletteHint}
        aria-label={say.paletteHint}
        leftSection={<Icon name="search" />}
        role="combobox"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={hits.length > 0 ? `${list}-${chosen}` : undefined}
      />
      <div id={list} role="listbox" aria-label={say.palette} className={css.list}>
        {hits.map((command, i) => (
          <div
            key={command.id}
            id={`${list}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            className={css.hit}
            ref={i === chosen ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => setAt(i)}
            onClick={() => run(command)}
            onKeyDown={onKeyDown}
          >
            <Icon name={command.icon ?? 'right'} />
            <span className={css.label}>{command.label}</span>
            {command.keys && <Keys keys={command.keys} />}
          </div>
        ))}
        {hits.length === 0 && <p className={css.nothing}>{say.paletteNothing}</p>}
      </div>
    </>
  );
}

/** Keys of a command, stroke by stroke. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={css.keys}>
      {shownKeys(keys).map((stroke) => (
        <Kbd key={stroke} size="xs">
          {stroke}
        </Kbd>
      ))}
    </span>
  );
}
