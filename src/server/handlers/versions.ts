import { checkReport } from '../../app/check-report.ts';
import { diff } from '../../app/diff.ts';
import { checkFiles, contentOf, openFiles } from '../../app/workbench/content.ts';
import { editVersion } from '../../app/workbench/edit-version.ts';
import { unzipFiles, zipFiles } from '../../app/workbench/folder-zip.ts';
import { chainToDraw } from '../../app/workbench/layout.ts';
import { replaceFiles, restoreVersion, soundFiles } from '../../app/workbench/new-versions.ts';
import type { Id } from '../../app/workbench/ports/common.ts';
import type { FolderTexts, VersionRecord } from '../../app/workbench/ports/programmes.ts';
import { addProgramme, viewProgramme } from '../../app/workbench/programmes.ts';
import { listExamples, takeExample } from '../../app/workbench/take-files.ts';
import { whatIf } from '../../app/workbench/what-if.ts';
import { notFound, type Workbench } from '../../app/workbench/workbench.ts';
import { type HandlersOf, JsonText } from '../call.ts';
import { refuse } from '../refusals.ts';

type Keys =
  | 'POST /programmes'
  | 'GET /examples'
  | 'GET /programmes/{programme}/versions/{version}/content'
  | 'GET /programmes/{programme}/versions/{version}/folder.zip'
  | 'GET /programmes/{programme}/versions/{version}/check'
  | 'POST /programmes/{programme}/versions/{version}/restore'
  | 'POST /programmes/{programme}/edits'
  | 'GET /programmes/{programme}/versions/{version}/layout'
  | 'POST /programmes/{programme}/versions/{version}/what-if'
  | 'GET /programmes/{programme}/versions/{version}/assessment'
  | 'GET /programmes/{programme}/versions/{version}/diff/{otherVersion}'
  | 'PUT /programmes/{programme}/folder';

/** Files of programmes: taken in, given out, put in the place of others. */
export function versionHandlers(workbench: Workbench): HandlersOf<Keys> {
  const { records, examples, computed, worlds, layOut, texts } = workbench;
  const filesOf = async ({ programme, number }: VersionRecord): Promise<FolderTexts> =>
    (await records.versions.files(programme, number))!;
  const found = async (programme: Id, number: number): Promise<VersionRecord> => {
    const version = await records.versions.get(programme, number);
    if (!version) throw notFound('version');
    return version;
  };
  return {
    'POST /programmes': async ({ by, body: { name, example, files } }) => {
      const taken = example
        ? await takeExample(examples, example)
        : soundFiles(new Map(Object.entries(files ?? {})));
      const reason = example ? `from the example ${example}` : 'from files';
      const id = await addProgramme(workbench, by.person, name, taken, reason);
      return viewProgramme(workbench, id, 'director');
    },
    'GET /examples': async () => ({ items: await listExamples(examples) }),
    'GET /programmes/{programme}/versions/{version}/content': async ({ params, unchanged }) => {
      const version = await found(params.programme, params.version);
      unchanged(version.contentHash);
      const content = async (): Promise<string> => JSON.stringify(contentOf(await filesOf(version)));
      return texts.of(`content ${version.contentHash}`, content);
    },
    'GET /programmes/{programme}/versions/{version}/folder.zip': async ({ params, unchanged }) => {
      const version = await found(params.programme, params.version);
      unchanged(version.contentHash);
      return zipFiles(await filesOf(version));
    },
    'GET /programmes/{programme}/versions/{version}/check': async ({ params }) => {
      const version = await found(params.programme, params.version);
      return checkReport(`version ${version.number}`, checkFiles(await filesOf(version)));
    },
    'POST /programmes/{programme}/versions/{version}/restore': ({ by, params, body }) =>
      restoreVersion(workbench, by.person, params.programme, params.version, body.reason),
    'POST /programmes/{programme}/edits': ({ by, params, body }) =>
      editVersion(workbench, by.person, params.programme, body),
    'GET /programmes/{programme}/versions/{version}/assessment': async ({ params, query }) => {
      const { programme, number, contentHash } = await found(params.programme, params.version);
      return texts.of(`assessment ${contentHash} ${JSON.stringify(query)}`, () =>
        computed.assessment(programme, number, query),
      );
    },
    'GET /programmes/{programme}/versions/{version}/layout': async ({ params, query }) => {
      const version = await found(params.programme, params.version);
      const { expand = '' } = query;
      return texts.of(`layout ${version.contentHash} ${expand}`, () =>
        computed.text(version.contentHash, 'layout', { expand }, async () =>
          JSON.stringify(await layOut(chainToDraw(openFiles(await filesOf(version)), expand))),
        ),
      );
    },
    'POST /programmes/{programme}/versions/{version}/what-if': async ({ params, body }) => {
      const version = await found(params.programme, params.version);
      return whatIf(
        await worlds.of(version.contentHash, async () => openFiles(await filesOf(version))),
        body,
      );
    },
    'GET /programmes/{programme}/versions/{version}/diff/{otherVersion}': async ({ params }) => {
      const [before, after] = await Promise.all(
        [params.version, params.otherVersion].map((number) => found(params.programme, number)),
      );
      const side = async (version: VersionRecord) => ({
        folder: `version ${version.number}`,
        programme: openFiles(await filesOf(version)),
      });
      const options = { after: after!.contentHash, numbers: [before!.number, after!.number] };
      return new JsonText(
        await computed.text(before!.contentHash, 'diff', options, async () =>
          JSON.stringify(diff(await side(before!), await side(after!), {})),
        ),
      );
    },
    'PUT /programmes/{programme}/folder': ({ by, params, query, body }) => {
      if (!(body instanceof Uint8Array)) {
        const files = new Map(Object.entries(body.files));
        return replaceFiles(workbench, by.person, params.programme, { ...body, files });
      }
      const { base, reason } = query;
      if (base === undefined || reason === undefined) {
        return refuse([{ pointer: '/query', message: 'a zip comes with base and reason in the query' }]);
      }
      const files = unzipFiles(body);
      return replaceFiles(workbench, by.person, params.programme, { base, reason, files });
    },
  };
}
