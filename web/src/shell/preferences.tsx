import { ActionIcon, Button, Menu, useMantineColorScheme } from '@mantine/core';
import { shellWords } from '../words/shell.ts';
import { useWords } from '../words/subject.ts';
import { Icon } from './icons.tsx';
import { useLang } from './lang.tsx';

const SCHEMES = ['light', 'dark', 'auto'] as const;
const SCHEME_ICON = { light: 'sun', dark: 'moon', auto: 'auto' } as const;

/** Language and colours, wherever the reader is. */
export function Preferences() {
  const say = useWords(shellWords);
  const { lang, setLang } = useLang();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Button
        variant="subtle"
        color="grey"
        size="compact-sm"
        c="dimmed"
        lang={lang === 'en' ? 'zh-CN' : 'en'}
        onClick={() => setLang(lang === 'en' ? 'zh' : 'en')}
      >
        {say.otherLanguage}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`${say.scheme}: ${say.schemes[colorScheme]}`} color="grey" c="dimmed">
            <Icon name={SCHEME_ICON[colorScheme]} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {SCHEMES.map((scheme) => (
            <Menu.Item
              key={scheme}
              leftSection={<Icon name={SCHEME_ICON[scheme]} />}
              rightSection={scheme === colorScheme ? <Icon name="check" size={14} /> : null}
              onClick={() => setColorScheme(scheme)}
            >
              {say.schemes[scheme]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
