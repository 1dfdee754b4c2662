/** One benchmark of `muster bench`. */
export interface Bench {
  readonly name: string;
  /** What is run, in a few words. */
  readonly subject: string;
  /** Runs it on the files or folders given, or on its own, and returns the text to print. */
  run(targets: readonly string[]): Promise<string>;
}
