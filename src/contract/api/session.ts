import { z } from 'zod';
import { NewPassword } from './people.ts';
import { Instant, Uuid } from './text.ts';

/** Who is signed in. The token of the session is in the cookie `muster_session` only. */
export const Session = z.object({
  person: z.object({ id: Uuid, name: z.string(), login: z.string(), owner: z.boolean() }),
  expiresAt: Instant.describe('at the latest; after twelve idle hours it ends earlier'),
});
export type Session = z.infer<typeof Session>;

/** Signs in. */
export const SignIn = z.strictObject({
  login: z.string().trim().toLowerCase().min(1).max(100),
  password: z.string().min(1).max(200),
});

/** Changes one's own password; every other session of the person ends. */
export const PasswordChange = z.strictObject({
  current: z.string().min(1).max(200),
  password: NewPassword,
});
