import type { Problem } from '../../../src/contract/api/problem.ts';

/** A refusal of the server, or its silence (status 0, code `unreachable`), as an error. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  /** The last part of the type: `conflict`, `forbidden`… */
  get code(): string {
    return this.problem.type.slice(this.problem.type.lastIndexOf('/') + 1);
  }
}

export const isProblem = (error: unknown, ...codes: string[]): error is ApiProblem =>
  error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));

/** The problem a reply tells of; where it tells none, one made of its status. */
export async function problemOf(reply: Response): Promise<ApiProblem> {
  const said = reply.headers.get('content-type')?.includes('json')
    ? await reply.json().catch(() => null)
    : null;
  if (typeof said?.type === 'string' && typeof said.title === 'string') {
    return new ApiProblem({ detail: '', ...said, status: reply.status });
  }
  return new ApiProblem({
    type: '/problems/unexpected',
    title: reply.statusText || String(reply.status),
    status: reply.status,
    detail: '',
  });
}

/** What is told where no reply came at all. */
export const unreachable = (): ApiProblem =>
  new ApiProblem({
    type: '/problems/unreachable',
    title: 'The server does not answer',
    status: 0,
    detail: '',
  });
