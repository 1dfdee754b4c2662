import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A text packed with gzip, as most readers take it. */
export class PackedText {
  readonly gzip: Buffer<ArrayBuffer>;

  constructor(gzip: Buffer<ArrayBuffer>) {
    this.gzip = gzip;
  }

  static async of(text: string): Promise<PackedText> {
    return new PackedText(await pack(text));
  }

  /** Its bytes in UTF-8. */
  plain(): Promise<Buffer<ArrayBuffer>> {
    return unpack(this.gzip);
  }
}

/** Bytes kept at most. */
const BYTES_MAX = 64 * 1024 * 1024;

/**
 * Texts that never change, by their key, in memory: those asked for last, up to a total of bytes. They are made and
 * packed once, however often and however many at once ask for them.
 */
export class KeptTexts {
  private readonly kept = new Map<string, PackedText>();
  private readonly underWay = new Map<string, Promise<PackedText>>();
  private bytes = 0;
  private readonly most: number;

  constructor(most = BYTES_MAX) {
    this.most = most;
  }

  /** The text of a key, made where it is not kept. One that cannot be made is tried again at the next asking. */
  async of(key: string, make: () => Promise<string>): Promise<PackedText> {
    const kept = this.kept.get(key);
    if (kept) {
      this.kept.delete(key);
      this.kept.set(key, kept);
      return kept;
    }
    const asked = this.underWay.get(key) ?? this.made(key, make).finally(() => this.underWay.delete(key));
    this.underWay.set(key, asked);
    return asked;
  }

  private async made(key: string, make: () => Promise<string>): Promise<PackedText> {
    const text = await PackedText.of(await make());
    this.kept.set(key, text);
    this.bytes += text.gzip.length;
    for (const [oldest, { gzip }] of this.kept) {
      if (this.bytes <= this.most) break;
      this.kept.delete(oldest);
      this.bytes -= gzip.length;
    }
    return text;
  }
}
