import fc from 'fast-check';

/**
 * Properties are tried on new examples at every run of a developer, and on the same ones where what is tested must be
 * judged: a change is not refused for an example that the code before it would have failed as well.
 */
if (process.env.CI) fc.configureGlobal({ seed: 20_261_124 });
