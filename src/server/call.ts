import type { PackedText } from '../app/workbench/kept-texts.ts';
import type { Person, SessionAt } from '../app/workbench/ports/people.ts';
import type { Role } from '../app/workbench/ports/programmes.ts';
import type { Right } from '../contract/api/route.ts';
import type { BodyIn, ParamsIn, QueryIn, ReplyOf, RouteKey, Routes } from '../contract/api/routes.ts';

type RightOf<Key extends RouteKey> = Routes[Key]['right'];

/** Somebody who is signed in, and the session they use. */
export interface SignedInPerson {
  readonly person: Person;
  readonly session: SessionAt;
}

/** A call that passed the door: its right held, everything in it is of the shape that the table says. */
export interface Call<Key extends RouteKey> {
  readonly params: ParamsIn<Key>;
  readonly query: QueryIn<Key>;
  readonly body: Routes[Key] extends { readonly bodyMedia: string } ? BodyIn<Key> | Uint8Array : BodyIn<Key>;
  /** Who calls; of public routes nobody is known. */
  readonly by: RightOf<Key> extends 'public' ? null : SignedInPerson;
  /** Their role where the right is one of a programme; null: an owner of the installation without one. */
  readonly role: RightOf<Key> extends Exclude<Right, 'public' | 'person' | 'owner'> ? Role | null : null;
  /** Aborts where the caller has gone. */
  readonly signal: AbortSignal;
  /** Sets the cookie of a session, or takes it away. */
  setSession(token: string | null): void;
  /** States what the reply will be known by, and ends the call here where the caller has just that. */
  unchanged(tag: string): void;
}

/** JSON that is sent as it is. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Streamed = ReadableStream<Uint8Array>;

/** What a handler gives: the reply of the table, or its ready text, packed or not; a stream where the table says so. */
export type Given<Key extends RouteKey> = Routes[Key] extends { readonly reply: 'text/event-stream' }
  ? Streamed
  : Routes[Key] extends { readonly reply: unknown }
    ? ReplyOf<Key> | JsonText | PackedText
    : unknown;

export type Handler<Key extends RouteKey> = (call: Call<Key>) => Given<Key> | Promise<Given<Key>>;

/** One handler for every route of the table: one that is missing does not compile. */
export type Handlers = { readonly [Key in RouteKey]: Handler<Key> };

/** Handlers of some routes. */
export type HandlersOf<Key extends RouteKey> = Pick<Handlers, Key>;

/** Ends a call whose reply the caller has already. */
export class NotModified extends Error {}
