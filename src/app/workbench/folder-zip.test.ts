import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unzipFiles, ZIP_ENTRIES_MAX, zipFiles } from './folder-zip.ts';

const text = (content: unknown): string => Buffer.from(content as Uint8Array).toString();
const refusal = (archive: Uint8Array): string => {
  try {
    unzipFiles(archive);
    return 'taken';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

test('what is packed comes back, and another unpacker agrees', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?\.csv$/), {
    minLength: 1,
    maxLength: 5,
  });
  const bodies = fc.string({ unit: 'grapheme', maxLength: 2000 });
  fc.assert(
    fc.property(names, fc.array(bodies, { minLength: 5, maxLength: 5 }), (paths, texts) => {
      const files = new Map(paths.map((path, i) => [path, Buffer.from(texts[i]).toString()]));
      const archive = zipFiles(files);
      expect(new Map([...unzipFiles(archive)].map(([path, content]) => [path, text(content)]))).toEqual(
        files,
      );
      const other = Object.entries(unzipSync(archive)).map(([path, bytes]) => [path, text(bytes)]);
      expect(Object.fromEntries(other)).toEqual(Object.fromEntries(files));
    }),
    { numRuns: 50 },
  );
});

test('the same files give the same bytes, in whatever order they come', () => {
  const one = new Map([
    ['a', '1'],
    ['b', '2'],
  ]);
  const other = new Map([...one].reverse());
  expect(zipFiles(other)).toEqual(zipFiles(one));
});

test('a folder at the top and what systems add are left out of the paths', () => {
  const archive = zipSync({
    'my/muster.yaml': strToU8('a'),
    'my/chain/links.csv': strToU8('b'),
    'my/.DS_Store': strToU8('c'),
    '__MACOSX/my/._muster.yaml': strToU8('d'),
  });
  expect([...unzipFiles(archive).keys()]).toEqual(['muster.yaml', 'chain/links.csv']);
});

test.each(['../muster.yaml', 'a/../../b.csv', '/etc/x.csv', 'C:/x.csv', '..\\x.csv', 'a\0.csv'])(
  'a path that leads out of the archive is refused: %j',
  (path) => {
    expect(refusal(zipSync({ [path]: strToU8('x') }))).toBe('ZIP_PATH');
  },
);

test('too many files are refused', () => {
  const files = Array.from({ length: ZIP_ENTRIES_MAX + 1 }, (_, i) => [`f${i}`, strToU8('')]);
  expect(refusal(zipSync(Object.fromEntries(files), { level: 0 }))).toBe('ZIP_ENTRIES');
});

test('too many bytes are refused, packed or unpacked, whatever the headers say', () => {
  expect(refusal(new Uint8Array(26 * 1024 * 1024))).toBe('ZIP_TOO_LARGE');
  const zeros = new Uint8Array(101 * 1024 * 1024);
  const bomb = entry('bomb', deflateRawSync(zeros), 10);
  expect(bomb.length).toBeLessThan(1024 * 1024);
  expect(refusal(bomb)).toBe('ZIP_TOO_LARGE');
});

test('a file above the limit of one is told as a defect of that file', () => {
  const archive = zipSync({ 'muster.yaml': new Uint8Array(21 * 1024 * 1024) });
  expect(unzipFiles(archive).get('muster.yaml')).toMatchObject({ problem: { code: 'FILE_TOO_LARGE' } });
});

test('what is no archive, or is cut off, or says a file twice, is refused', () => {
  const whole = zipFiles(new Map([['muster.yaml', 'name: x\n'.repeat(5000)]]));
  expect(refusal(new Uint8Array())).toBe('ZIP_BROKEN');
  expect(refusal(strToU8('muster.yaml'))).toBe('ZIP_BROKEN');
  expect(refusal(whole.subarray(0, 60))).toBe('ZIP_BROKEN');
  const twice = entry('muster.yaml', deflateRawSync(strToU8('a')), 1);
  expect(refusal(Buffer.concat([twice, twice]))).toBe('ZIP_BROKEN');
});

test('any bytes are taken or refused, and never crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(200), (noise, at) => {
      const archive = zipFiles(new Map([['muster.yaml', 'x'.repeat(50)]]));
      archive.set(noise.subarray(0, Math.max(0, archive.length - at)), Math.min(at, archive.length));
      expect(refusal(archive)).toMatch(/^(taken|ZIP_(BROKEN|PATH|ENTRIES|TOO_LARGE))$/);
    }),
  );
});

/** One file as it stands in an archive, its unpacked size as said. */
function entry(name: string, packed: Uint8Array, size: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), packed]);
}
