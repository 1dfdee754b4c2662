/** Until SIGINT or SIGTERM; the next one ends the program at once. */
export async function interrupted(): Promise<void> {
  await new Promise<void>((resolve) => {
    const once = (): void => {
      process.off('SIGINT', once).off('SIGTERM', once);
      resolve();
    };
    process.on('SIGINT', once).on('SIGTERM', once);
  });
}
