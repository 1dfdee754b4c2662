import type { z } from 'zod';
import { Refusal } from '../app/workbench/refusal.ts';
import { PROBLEMS, type Problem, type RequestDefect } from '../contract/api/problem.ts';
import { MusterError } from '../kernel/errors.ts';

/** The problem document of whatever was thrown. Of a bug of Muster no more is told than that it is one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof MusterError) {
    const code = error.code.toLowerCase().replaceAll('_', '-');
    const known = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as keyof typeof PROBLEMS] : null;
    return {
      type: `/problems/${code}`,
      title: known?.title ?? 'It is well written, but cannot be done',
      status: known?.status ?? 422,
      detail: error.message,
      ...(error.hint && { hint: error.hint }),
      ...(error instanceof Refusal && error.lists),
    };
  }
  const { status, title } = PROBLEMS.bug;
  return {
    type: '/problems/bug',
    title,
    status,
    detail: 'Something went wrong that is not your doing.',
    hint: 'The log of the server says more, under the id in X-Request-Id.',
  };
}

/** A problem document as a reply. */
export function problemReply(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(problem.status === 429 && { 'Retry-After': '60' }),
      ...(problem.status === 503 && { 'Retry-After': '1' }),
      ...headers,
    },
  });
}

/** Refuses a request with everything that is wrong with it. */
export function refuse(errors: RequestDefect[]): never {
  const first = errors[0]!;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  const detail = `${first.pointer || 'The request'}: ${first.message}${more}.`;
  throw new Refusal('INVALID_REQUEST', detail, { errors });
}

/** Defects of one part of a request, with JSON Pointers from the request down. */
export function defectsOf(part: string, { issues }: z.ZodError): RequestDefect[] {
  return issues.map(({ path, message, code }) => ({ pointer: pointerTo([part, ...path]), message, code }));
}

/** A JSON Pointer. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
