import loadHighs from 'highs';

/** The package ships an ES module whose default is the loader, under types written for CommonJS. */
export const load = loadHighs as unknown as typeof loadHighs.default;

export type Highs = Awaited<ReturnType<typeof load>>;
