const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const LENGTH_MAX = 80;

/** Hands out ids: the name itself where it can be one and is free, else what it looks like, made distinct. */
export class Ids {
  private readonly taken = new Set<string>();

  /** Names that can be ids keep them, whatever else is asked for first. */
  constructor(names: readonly string[]) {
    this.reserved = new Set(names.filter((name) => ID.test(name)));
  }

  private readonly reserved: ReadonlySet<string>;

  /** The id of a name, each name being asked for once. */
  of(name: string): string {
    return this.reserved.has(name) ? name : this.like(name);
  }

  /** An id that looks like a text and that nothing else has. */
  like(text: string): string {
    const base = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'x';
    for (let i = 1; ; i++) {
      const suffix = i === 1 ? '' : `.${i}`;
      const id = base.slice(0, LENGTH_MAX - suffix.length) + suffix;
      if (this.taken.has(id) || this.reserved.has(id)) continue;
      this.taken.add(id);
      return id;
    }
  }
}
