import { ROW_LISTS } from './row-identity.ts';

const HEAD = `# How edits name rows

Written from the code by \`npm run schemas\`; a test holds it to it. What edits are for is told in
[versions and edits](../explanation/versions-and-edits.md).

The path of an edit leads from the top of a part to what it changes. Keys and columns go by their name. A row of a list goes by its
identity, which does not change when other rows come or go: the values of these columns, with \`/\` between them. Of
rows of one identity the second is called \`…#2\`, the third \`…#3\`. A list that is not here, such as tags, is one value.

| Part | List | Identity of a row |
|---|---|---|
`;

/** The page of reference on the identities of rows. */
export function rowIdentityPage(): string {
  const rows = ROW_LISTS.map(({ part, path, madeOf }) => {
    const list = path.length === 0 ? 'the part itself' : `\`${path.join('.')}\``;
    return `| \`${part}\` | ${list} | ${madeOf} |\n`;
  });
  return HEAD + rows.join('');
}
