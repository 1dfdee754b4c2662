import type { z } from 'zod';
import { PROBLEMS } from '../contract/api/problem.ts';
import type { Right, Route } from '../contract/api/route.ts';
import { ROUTES } from '../contract/api/routes.ts';
import { fieldRows } from '../contract/field-table.ts';

const RIGHTS: Readonly<Record<Right, string>> = {
  public: 'anybody',
  person: 'anybody who is signed in',
  owner: 'owners of the installation',
  read: 'every role in the programme',
  edit: 'directors and planners',
  direct: 'directors',
  audit: 'directors and auditors',
};

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2733;background:#fff}
h2{margin-top:2.5rem;border-top:1px solid #c9d1da;padding-top:1rem;font-size:1.05rem}code{font:13px ui-monospace,monospace}
table{border-collapse:collapse;width:100%;font-size:13px}td,th{text-align:left;vertical-align:top;padding:.25rem .6rem;border-bottom:1px solid #e3e8ee}
summary{cursor:pointer}@media(prefers-color-scheme:dark){body{color:#dde3ea;background:#14191f}h2{border-color:#3a4450}td,th{border-color:#2a323b}}`;

/** The route table as a page; it asks nothing of any other place. */
export function referencePage(): string {
  const routes = (Object.entries(ROUTES) as [string, Route][]).map(([key, route]) => section(key, route));
  const problems = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      `<tr><td>${status}</td><td><code>/problems/${code}</code></td><td>${text(title)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Muster: API</title><style>${STYLE}</style>
<h1>Muster: API</h1>
<p>Below <code>/api</code>. The same as an OpenAPI 3.1 document: <a href="/api/openapi.json">openapi.json</a>. Sign in with
<code>POST /session</code>; the session is in a cookie. Writes take the header <code>Idempotency-Key</code>. Lists come in pages: ask
<code>after</code> with <code>next</code> of the page before. Bodies have at most 1 MiB, folders 25 MiB.</p>
${routes.join('\n')}
<h2>Refusals</h2>
<p>Every refusal is a problem document (RFC 9457) with <code>type</code>, <code>title</code>, <code>status</code>, <code>detail</code>,
most with a <code>hint</code>, and with lists of every defect: <code>errors</code> of the request, <code>defects</code> of a programme,
<code>conflicts</code> of edits. A refusal not listed here has status 422.</p>
<table><tr><th>Status</th><th>Type</th><th>Title</th></tr>${problems.join('')}</table></html>`;
}

function section(key: string, route: Route): string {
  const { right, summary, query, body, bodyMedia, reply } = route;
  const parts = [
    query && fields('Query', query, 'input'),
    body && fields(bodyMedia ? `Body (or ${bodyMedia})` : 'Body', body, 'input'),
    typeof reply === 'string' && `<p>Reply: <code>${reply}</code></p>`,
    typeof reply === 'object' && fields('Reply', reply, 'output'),
  ];
  return `<h2><code>${text(key)}</code></h2><p>${text(summary)}. For ${RIGHTS[right]}.</p>${parts.filter(Boolean).join('')}`;
}

function fields(title: string, schema: z.ZodType, io: 'input' | 'output'): string {
  const rows = fieldRows(schema, io);
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({ path, type, required, meaning }) =>
      `<tr><td><code>${text(path)}</code></td><td>${text(type)}</td><td>${required ? 'yes' : ''}</td><td>${text(meaning)}</td></tr>`,
  );
  return `<details><summary>${text(title)}</summary><table><tr><th>Field</th><th>Type</th><th>Required</th><th>Meaning</th></tr>${lines.join('')}</table></details>`;
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
