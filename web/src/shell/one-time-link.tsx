import { Button, CopyButton, TextInput } from '@mantine/core';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { Icon } from './icons.tsx';

/** A link that is told only once, with a button that copies it whole. */
export function OneTimeLink({ path, label }: { path: string; label: string }) {
  const say = useWords(shellWords);
  const link = new URL(path, location.origin).href;
  return (
    <TextInput
      label={label}
      value={link}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      rightSectionWidth={92}
      rightSection={
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              size="compact-xs"
              variant="light"
              onClick={copy}
              leftSection={<Icon name={copied ? 'check' : 'link'} size={12} />}
            >
              {copied ? say.copied : say.copy}
            </Button>
          )}
        </CopyButton>
      }
    />
  );
}
