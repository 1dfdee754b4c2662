import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of a password: log2 of scrypt's N; 17 takes 128 MiB and a few tenths of a second. */
export const PASSWORD_COST = 17;

const R = 8;
const P = 1;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** A password as it is kept: PHC text with its parameters and a salt of its own. */
export async function hashPassword(password: string, cost: number): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, cost, R, P, KEY_BYTES);
  return `$scrypt$ln=${cost},r=${R},p=${P}$${unpadded(salt)}$${unpadded(key)}`;
}

/** Whether it is the password that is kept; with nothing kept as much work is done, and the answer is no. */
export async function isPassword(password: string, kept: string | null, cost: number): Promise<boolean> {
  const parts = kept === null ? null : PHC.exec(kept);
  if (!parts) {
    await derive(password, randomBytes(SALT_BYTES), cost, R, P, KEY_BYTES);
    return false;
  }
  const [, ln, r, p, salt, key] = parts;
  const wanted = Buffer.from(key!, 'base64');
  const found = await derive(password, Buffer.from(salt!, 'base64'), +ln!, +r!, +p!, wanted.length);
  return timingSafeEqual(found, wanted);
}

/** Whether it was kept at a lower cost than today's. */
export function isCheaper(kept: string, cost: number): boolean {
  const parts = PHC.exec(kept);
  return !parts || +parts[1]! < cost;
}

function derive(
  password: string,
  salt: Uint8Array,
  cost: number,
  r: number,
  p: number,
  bytes: number,
): Promise<Buffer> {
  const N = 2 ** cost;
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, bytes, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}
