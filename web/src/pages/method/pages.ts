const FILES = import.meta.glob<string>(
  ['../../../../docs/explanation/*.md', '../../../../docs/reference/{model,folder,json-output,defects}.md'],
  { query: '?raw', import: 'default' },
);

/** Pages of the documentation by id (`explanation/time`): the files themselves, each fetched when it is opened. */
export const DOCUMENTS: ReadonlyMap<string, () => Promise<string>> = new Map(
  Object.entries(FILES).map(([path, load]) => [path.replace(/^.*\/docs\//, '').replace(/\.md$/, ''), load]),
);

/** Title of a page that is not fetched yet: its file name in words. */
export const titleOf = (id: string): string => {
  const name = id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** The page to which a link on another one leads; null where it leads elsewhere. */
export function pageOf(from: string, link: string): string | null {
  const [path] = link.split('#');
  if (!path.endsWith('.md')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const id = parts.join('/').replace(/\.md$/, '');
  return DOCUMENTS.has(id) ? id : null;
}
