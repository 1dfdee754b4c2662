/** Characters kept at most. */
const LENGTH_MAX = 64 * 1024 * 1024;

/** Texts that never change, by their key, in memory: those asked for last, up to a total length. */
export class KeptTexts {
  private readonly kept = new Map<string, string>();
  private length = 0;

  /** The text of a key, made where it is not kept. */
  async of(key: string, make: () => Promise<string>): Promise<string> {
    const text = this.kept.get(key) ?? (await make());
    if (this.kept.delete(key)) this.length -= text.length;
    this.kept.set(key, text);
    this.length += text.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.length <= LENGTH_MAX) break;
      this.kept.delete(oldest);
      this.length -= length;
    }
    return text;
  }
}
