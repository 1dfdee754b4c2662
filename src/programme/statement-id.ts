import type { OverlayStatement } from '../contract/folder/index.ts';

/** What a statement of the overlay says of which link, in one word, such as `figure/LINK/home_need`. */
export function statementId(statement: OverlayStatement): string {
  return [statement.what, statementLink(statement), ...about(statement)].join('/');
}

/** The link that a statement is about. */
export function statementLink(statement: OverlayStatement): string {
  return statement.what === 'add-link' ? statement.value.id : statement.link;
}

/** What of the link it is about. */
function about(statement: OverlayStatement): readonly string[] {
  switch (statement.what) {
    case 'gate':
      return [statement.group];
    case 'add-requirement':
      return [statement.group, statement.needs];
    case 'remove-requirement':
    case 'qualify-requirement':
      return [statement.needs];
    case 'add-link':
    case 'kind':
      return [];
    case 'figure':
      return [statement.figure];
    case 'supply':
      return [statement.provider];
  }
}
