import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { KeptTexts } from './kept-texts.ts';

/** Counts how often each key is made; its text is noise, which packing leaves about as long. */
function counted(texts: KeptTexts) {
  const made: string[] = [];
  const ask = (key: string) =>
    texts.of(key, async () => {
      made.push(key);
      return key + randomBytes(600).toString('base64');
    });
  return { made, ask };
}

it('a text is made once, by one of many who ask at once, and comes back whole', async () => {
  const texts = new KeptTexts();
  const { made, ask } = counted(texts);
  const all = await Promise.all([ask('a'), ask('a'), ask('b'), ask('a')]);
  expect(new Set([all[0], all[1], all[3], await ask('a')]).size).toBe(1);
  expect(made).toEqual(['a', 'b']);
  const chinese = await texts.of('c', async () => '产业链 é 😀');
  expect((await chinese.plain()).toString()).toBe('产业链 é 😀');
});

it('what was asked for longest ago goes first, and no more is kept than the bytes allowed', async () => {
  const { made, ask } = counted(new KeptTexts(1500));
  for (const key of ['a', 'b', 'a', 'c', 'a']) await ask(key);
  expect(made).toEqual(['a', 'b', 'c']);
  await ask('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  await ask('a');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
  const { made: none, ask: askSmall } = counted(new KeptTexts(10));
  await askSmall('a');
  await askSmall('a');
  expect(none).toEqual(['a', 'a']);
});

it('what could not be made is tried again', async () => {
  const texts = new KeptTexts();
  await expect(texts.of('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect((await (await texts.of('a', async () => 'yes')).plain()).toString()).toBe('yes');
});
