import { Modal, Table } from '@mantine/core';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { useAllCommands } from './commands.ts';
import { Keys } from './palette.tsx';

/** Every shortcut that works here and now. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(shellWords);
  const commands = useAllCommands().filter(({ keys }) => keys !== undefined);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.shortcuts}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <Table>
        <Table.Tbody>
          {commands.map(({ id, label, keys }) => (
            <Table.Tr key={id}>
              <Table.Td>{label}</Table.Td>
              <Table.Td ta="right">
                <Keys keys={keys!} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
