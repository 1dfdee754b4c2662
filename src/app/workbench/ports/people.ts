import type { Id, Page, PageRequest, Sha256, Timestamp } from './common.ts';
import type { Role } from './programmes.ts';

export interface Person {
  readonly id: Id;
  readonly name: string;
  /** Lower case, unique. */
  readonly login: string;
  /** Owner of the installation: has every right. */
  readonly owner: boolean;
  /** False while an invitation is open. */
  readonly hasPassword: boolean;
  readonly createdAt: Timestamp;
  readonly disabledAt: Timestamp | null;
}

/** What sign-in needs to know; never leaves the server. */
export interface SignIn {
  readonly person: Person;
  /** PHC text of the password; null while an invitation is open. */
  readonly password: string | null;
  /** Failures in a row. */
  readonly failures: number;
  readonly lockedUntil: Timestamp | null;
}

export interface NewPerson {
  readonly name: string;
  readonly login: string;
  /** PHC text; null for a person who is invited. */
  readonly password: string | null;
  readonly owner: boolean;
}

export interface PersonChange {
  readonly name?: string;
  readonly password?: string;
  readonly owner?: boolean;
  readonly disabled?: boolean;
}

export interface PeopleReads {
  get(id: Id): Promise<Person | null>;
  /** By name, then id. */
  list(page: PageRequest): Promise<Page<Person>>;
  /** What a sign-in with this login (any case) is held against. */
  signIn(login: string): Promise<SignIn | null>;
  /** Whether an owner who can sign in exists. */
  anyOwner(): Promise<boolean>;
}

export interface PeopleWrites {
  /** Refuses with LOGIN_TAKEN. */
  add(person: NewPerson): Promise<Person>;
  /**
   * Null where there is no such person. Refuses with LAST_OWNER where no owner who can sign in would be left.
   * Disabling ends the sessions of the person.
   */
  change(id: Id, change: PersonChange): Promise<Person | null>;
  /** Counts one failure; the row stays locked to the end of the transaction. Returns failures in a row. */
  signInFailed(id: Id): Promise<number>;
  lock(id: Id, until: Timestamp): Promise<void>;
  /** Failures and lock are forgotten. */
  signedIn(id: Id): Promise<void>;
  /**
   * Personal data go: name, login and password are replaced, sessions, links and memberships deleted, the person
   * disabled. What they did stays, under the same id. Refuses with LAST_OWNER.
   */
  erase(id: Id): Promise<Person | null>;
}

export interface Session {
  readonly tokenHash: Sha256;
  readonly person: Person;
  readonly createdAt: Timestamp;
  readonly lastSeenAt: Timestamp;
  readonly expiresAt: Timestamp;
}

/** A session at one programme. */
export interface SessionAt extends Session {
  /** Of its person in the programme that was asked about. */
  readonly role: Role | null;
}

export interface SessionReads {
  /** Null where it is unknown or expired by `now`, or its person disabled. One look for all that a request needs. */
  find(tokenHash: Sha256, now: Timestamp, programme?: Id): Promise<SessionAt | null>;
}

export interface SessionWrites {
  add(session: {
    readonly tokenHash: Sha256;
    readonly person: Id;
    readonly createdAt: Timestamp;
    readonly expiresAt: Timestamp;
  }): Promise<void>;
  /** Not audited: it happens at every request. */
  touch(tokenHash: Sha256, now: Timestamp, expiresAt: Timestamp): Promise<void>;
  remove(tokenHash: Sha256): Promise<void>;
  /** All sessions of a person, save the one kept. */
  removeOf(person: Id, except?: Sha256): Promise<void>;
  /** Deletes expired ones; not audited. */
  purge(now: Timestamp): Promise<void>;
}

export type LinkKind = 'owner' | 'invitation' | 'answer';

/** A link that can be used once. Of the token only the hash is kept. */
export interface OneTimeLink {
  readonly tokenHash: Sha256;
  readonly kind: LinkKind;
  /** Who is invited; null for other kinds. */
  readonly person: Id | null;
  /** The question and the expert who is asked; null for other kinds. */
  readonly question: Id | null;
  readonly expert: string | null;
  readonly expiresAt: Timestamp;
  readonly usedAt: Timestamp | null;
}

export interface LinkReads {
  /** Also used and expired ones, so that a page can say what is wrong. */
  find(tokenHash: Sha256): Promise<OneTimeLink | null>;
}

export interface LinkWrites {
  /** A new owner link ends the ones before. */
  add(link: Omit<OneTimeLink, 'usedAt'>): Promise<void>;
  /** Uses it; null where it is unknown, used before or expired by `now`. Of two at once, one gets it. */
  use(tokenHash: Sha256, now: Timestamp): Promise<OneTimeLink | null>;
}
