import type { Id, Page, PageRequest, Sha256, Timestamp } from './common.ts';

export type Role = 'director' | 'planner' | 'auditor' | 'guest';

export interface ProgrammeRecord {
  readonly id: Id;
  readonly name: string;
  readonly createdAt: Timestamp;
  /** Number of its newest version; 0 before the first. */
  readonly latest: number;
}

/** A programme in somebody's list; `role` is null where they see it as an owner of the installation. */
export interface ListedProgramme extends ProgrammeRecord {
  readonly role: Role | null;
}

export interface Member {
  readonly person: Id;
  readonly name: string;
  readonly login: string;
  readonly disabled: boolean;
  readonly role: Role;
}

export interface ProgrammeReads {
  get(id: Id): Promise<ProgrammeRecord | null>;
  /** The oldest programme of this very name. */
  named(name: string): Promise<ProgrammeRecord | null>;
  /** By name, then id: the programmes of which the person is a member, or all of them for an owner. */
  listFor(person: Id, page: PageRequest): Promise<Page<ListedProgramme>>;
  /** By name, then id. */
  members(programme: Id): Promise<readonly Member[]>;
}

export interface ProgrammeWrites {
  add(name: string): Promise<ProgrammeRecord>;
  rename(id: Id, name: string): Promise<ProgrammeRecord | null>;
  /** Adds a member or changes the role. Refuses with NO_SUCH_PERSON. */
  setMember(programme: Id, person: Id, role: Role): Promise<void>;
  /** False where they were no member. */
  removeMember(programme: Id, person: Id): Promise<boolean>;
}

export type VersionKind = 'create' | 'edit' | 'import' | 'undo' | 'answers';

/** One version of a programme: the files of its folder, for ever as they are. */
export interface VersionRecord {
  readonly programme: Id;
  /** 1, 2, …, without gaps. */
  readonly number: number;
  /** The version it was made from; null for the first. An undo names the newest before it. */
  readonly parent: number | null;
  /** Null where Muster itself made it. */
  readonly author: Id | null;
  readonly authorName: string | null;
  readonly at: Timestamp;
  readonly reason: string;
  readonly kind: VersionKind;
  /** Over sorted paths and hashes of texts: equal exactly where all files are. */
  readonly contentHash: Sha256;
}

/** Texts by path in the folder, with `/`. */
export type FolderTexts = ReadonlyMap<string, string>;

export interface NewVersion {
  readonly programme: Id;
  /** Number of the newest version as the author saw it; null for the first. */
  readonly parent: number | null;
  readonly reason: string;
  readonly kind: VersionKind;
  readonly files: FolderTexts;
}

export interface VersionReads {
  get(programme: Id, number: number): Promise<VersionRecord | null>;
  latest(programme: Id): Promise<VersionRecord | null>;
  /** Newest first. */
  list(programme: Id, page: PageRequest): Promise<Page<VersionRecord>>;
  /** All files of a version, by path in order; null where there is no such version. */
  files(programme: Id, number: number): Promise<FolderTexts | null>;
  /** Hashes of its files by path, in order: two versions are compared without reading texts. */
  fileHashes(programme: Id, number: number): Promise<ReadonlyMap<string, Sha256> | null>;
}

export interface VersionWrites {
  /**
   * Adds the version after `parent`, by the author of the transaction. Refuses with VERSION_CONFLICT where `parent`
   * is no longer the newest, and with NO_SUCH_PROGRAMME.
   */
  add(version: NewVersion): Promise<VersionRecord>;
}
