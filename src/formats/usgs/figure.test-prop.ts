import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFigure } from './figure.ts';

/** Thousands marked as written by hand: groups of three from the right. */
function grouped(digits: string, mark: string): string {
  const first = digits.length % 3 || 3;
  const groups = [digits.slice(0, first)];
  for (let i = first; i < digits.length; i += 3) groups.push(digits.slice(i, i + 3));
  return groups.join(mark);
}

const amount = fc.record({
  whole: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(String),
  decimals: fc.option(fc.stringMatching(/^\d{1,3}$/), { nil: '' }),
  mark: fc.constantFrom('', ',', ' '),
  before: fc.constantFrom('', 'e', 'r'),
  after: fc.constantFrom('', 'e', 'r', '²', '⁴', 'ᵉ'),
  sign: fc.constantFrom('', '>', '<'),
});

test('a figure is read as its value whatever hangs on it', () => {
  fc.assert(
    fc.property(amount, ({ whole, decimals, mark, before, after, sign }) => {
      const fraction = decimals === '' ? '' : `.${decimals}`;
      const text = `${before}${sign}${grouped(whole, mark)}${fraction}${after}`;
      const { figure, marks, thousands } = readFigure(text);
      const value = Number(whole + fraction);
      expect(figure).toEqual(
        sign === ''
          ? { is: 'amount', value }
          : { is: 'bound', side: sign === '>' ? 'above' : 'below', value },
      );
      expect([...marks].sort().join('')).toBe([...(before + after)].sort().join(''));
      expect(thousands).toBe(mark !== '' && whole.length > 3);
    }),
  );
});

test('whatever stands in a cell is read as something, and only numbers as amounts', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { figure } = readFigure(text);
      if (figure.is === 'amount') expect(text).toMatch(/\d/);
    }),
  );
});
