import { MusterError } from '../../kernel/errors.ts';
import type { HandlersOf } from '../call.ts';

const later = (): never => {
  throw new MusterError('UNAVAILABLE', 'This is not there yet.');
};

export const laterHandlers: HandlersOf<
  | 'GET /answers/{token}'
  | 'PUT /answers/{token}'
  | 'GET /programmes/{programme}/versions/{version}/assessment'
  | 'GET /programmes/{programme}/versions/{version}/layout'
  | 'POST /programmes/{programme}/versions/{version}/what-if'
  | 'GET /programmes/{programme}/versions/{version}/diff/{otherVersion}'
  | 'POST /programmes/{programme}/edits'
  | 'GET /programmes/{programme}/runs'
  | 'POST /programmes/{programme}/runs'
  | 'GET /programmes/{programme}/runs/{run}'
  | 'GET /programmes/{programme}/runs/{run}/result'
  | 'GET /programmes/{programme}/runs/{run}/events'
  | 'GET /programmes/{programme}/runs/{run}/explain'
  | 'GET /programmes/{programme}/runs/{run}/diff/{otherRun}'
  | 'POST /programmes/{programme}/runs/{run}/cancel'
  | 'POST /programmes/{programme}/runs/{run}/stop'
  | 'POST /programmes/{programme}/runs/{run}/again'
  | 'GET /programmes/{programme}/questions'
  | 'POST /programmes/{programme}/questions'
  | 'POST /programmes/{programme}/questions/{question}/close'
  | 'PUT /programmes/{programme}/questions/{question}/outcome'
> = new Proxy({}, { get: () => later, has: () => true }) as never;
