import { MusterError } from '../../kernel/errors.ts';
import type { HandlersOf } from '../call.ts';

const later = (): never => {
  throw new MusterError('UNAVAILABLE', 'This is not there yet.');
};

export const laterHandlers: HandlersOf<
  | 'GET /answers/{token}'
  | 'PUT /answers/{token}'
  | 'GET /programmes/{programme}/versions/{version}/layout'
  | 'POST /programmes/{programme}/versions/{version}/what-if'
  | 'GET /programmes/{programme}/questions'
  | 'POST /programmes/{programme}/questions'
  | 'POST /programmes/{programme}/questions/{question}/close'
  | 'PUT /programmes/{programme}/questions/{question}/outcome'
> = new Proxy({}, { get: () => later, has: () => true }) as never;
