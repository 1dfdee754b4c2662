import { z } from 'zod';
import { Token } from './people.ts';
import type { Media, Route } from './route.ts';
import { INSTALLATION } from './routes/installation.ts';
import { PROGRAMME } from './routes/programme.ts';
import { QUESTIONS } from './routes/questions.ts';
import { RUNS } from './routes/runs.ts';
import { VERSIONS } from './routes/versions.ts';
import { Uuid, VersionNumber } from './text.ts';

/** Parameters in paths, by name. */
export const PARAMS = {
  programme: Uuid,
  person: Uuid,
  run: Uuid,
  question: Uuid,
  version: z.coerce.number<number | string>().pipe(VersionNumber),
  token: Token,
  otherVersion: z.coerce.number<number | string>().pipe(VersionNumber),
  otherRun: Uuid,
} as const;

/** Every route below /api, by method and path. */
export const ROUTES = { ...INSTALLATION, ...PROGRAMME, ...VERSIONS, ...RUNS, ...QUESTIONS } as const;

export type Routes = typeof ROUTES;
export type RouteKey = keyof Routes;

type ParamNames<Key extends string> = Key extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;
type Sent<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;
type Taken<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type FieldOf<Key extends RouteKey, Field extends keyof Route> =
  Routes[Key] extends Record<Field, infer Schema> ? Schema : undefined;
type ParamsWith<Key extends RouteKey, Kind extends 'input' | 'output'> = {
  readonly [Name in ParamNames<Key> & keyof typeof PARAMS]: Kind extends 'input'
    ? z.input<(typeof PARAMS)[Name]>
    : z.output<(typeof PARAMS)[Name]>;
};

/** As a client writes them. */
export type ParamsOf<Key extends RouteKey> = ParamsWith<Key, 'input'>;
export type QueryOf<Key extends RouteKey> = Sent<FieldOf<Key, 'query'>>;
export type BodyOf<Key extends RouteKey> = Sent<FieldOf<Key, 'body'>>;

/** As a handler gets them. */
export type ParamsIn<Key extends RouteKey> = ParamsWith<Key, 'output'>;
export type QueryIn<Key extends RouteKey> = Taken<FieldOf<Key, 'query'>>;
export type BodyIn<Key extends RouteKey> = Taken<FieldOf<Key, 'body'>>;

/** What a client gets: an object, `Response` bodies of other media as text or bytes, or nothing. */
export type ReplyOf<Key extends RouteKey> =
  FieldOf<Key, 'reply'> extends infer Reply
    ? Reply extends z.ZodType
      ? z.output<Reply>
      : Reply extends 'application/zip'
        ? Uint8Array
        : Reply extends Media
          ? string
          : undefined
    : never;
