export * from './chain.ts';
export * from './common.ts';
export * from './money.ts';
export * from './muster.ts';
export * from './options.ts';
export * from './overlay.ts';
export * from './registers.ts';
export * from './scenarios.ts';
