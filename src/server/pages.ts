import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Vite puts files whose name tells their content below this folder: they never change. */
const HASHED = '/assets/';

/**
 * Files of the web application in a folder; its index page for any other path, since the application reads the path
 * itself. Null where the application is not built, for what is no look-up, and for a missing file with a known ending.
 */
export function pagesIn(folder: string): (request: Request) => Promise<Response | null> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return null;
    const path = decoded(new URL(request.url).pathname);
    if (path === null) return null;
    const file = path === '/' ? null : await fileIn(folder, path);
    if (file) return reply(file, extname(path), path.startsWith(HASHED));
    if (path.startsWith(HASHED) || extname(path) in TYPES) return null;
    const index = await fileIn(folder, '/index.html');
    return index && reply(index, '.html', false);
  };
}

function decoded(path: string): string | null {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? null : plain;
  } catch {
    return null;
  }
}

/** The bytes of a file inside the folder; null where there is none, or where the path or a link leads out of it. */
async function fileIn(folder: string, path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const root = await realpath(folder);
    const place = await realpath(join(root, path));
    if (!place.startsWith(root + sep)) return null;
    return new Uint8Array(await readFile(place));
  } catch {
    return null;
  }
}

function reply(bytes: Uint8Array<ArrayBuffer>, ending: string, hashed: boolean): Response {
  return new Response(bytes, {
    headers: {
      'Content-Type': TYPES[ending] ?? 'application/octet-stream',
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}
