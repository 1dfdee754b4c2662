/** Properties of style attributes become attributes of their own: a strict content security policy refuses the former. */
export function withoutStyles(svg: string): string {
  return svg.replace(/ style="([^"]*)"/g, (_, style: string) =>
    style
      .split(';')
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const colon = part.indexOf(':');
        return ` ${part.slice(0, colon).trim()}="${part.slice(colon + 1).trim()}"`;
      })
      .join(''),
  );
}

/** A drawing as a file of its own, on the colour of the page. */
export function svgFile(svg: string, surface: string): string {
  const { width, height } = sizeOf(svg);
  return svg
    .replace('<svg ', `<svg width="${width}" height="${height}" `)
    .replace(/^(<svg[^>]*>)/, `$1<rect width="100%" height="100%" fill="${surface}"/>`);
}

/** Size of a drawing, in its own units. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? ['', '1000', '600'];
  return { width: Number(width), height: Number(height) };
}
