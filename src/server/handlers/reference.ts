import { type HandlersOf, JsonText } from '../call.ts';
import { openApi } from '../openapi.ts';
import { referencePage } from '../reference-page.ts';

/** The API about itself; made at the first call. */
export function referenceHandlers(programVersion: string): HandlersOf<'GET /openapi.json' | 'GET /docs'> {
  let document: JsonText | null = null;
  let page: string | null = null;
  return {
    'GET /openapi.json': () => {
      document ??= new JsonText(JSON.stringify(openApi(programVersion)));
      return document;
    },
    'GET /docs': () => {
      page ??= referencePage();
      return page;
    },
  };
}
