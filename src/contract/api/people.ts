import { z } from 'zod';
import { Instant, Name, Uuid } from './text.ts';

/** What a person signs in with, lower-case: a short name or an address of mail. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@+-]{0,99}$/, 'letters, digits and ". _ - @ +", at most 100 characters');

/** A new password; what it is made of is free. */
export const NewPassword = z.string().min(12, 'at least 12 characters').max(200);

/** Token of a one-time link. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/, 'the token of a link');

/** Who somebody is to others. */
export const PersonName = z.object({ id: Uuid, name: z.string() });
export type PersonName = z.infer<typeof PersonName>;

/** A person as the owner of the installation sees them. */
export const Person = z.object({
  id: Uuid,
  name: z.string(),
  login: z.string(),
  owner: z.boolean().describe('of the installation: every right everywhere'),
  invited: z.boolean().describe('true: has not set a password yet'),
  createdAt: Instant,
  disabledAt: Instant.nullable(),
});
export type Person = z.infer<typeof Person>;

/** Asks somebody in. */
export const Invite = z.strictObject({ name: Name, login: Login, owner: z.boolean().default(false) });

/** A person and the link that lets them in once. */
export const Invitation = z.object({
  person: Person,
  path: z.string().describe('to be opened below the address of the installation, once'),
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

/** Changes of a person; what is left out stays. */
export const PersonChange = z
  .strictObject({ name: Name, disabled: z.boolean(), owner: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'at least one change');

/** Takes the installation, with the link of the first start. */
export const TakeOwnership = z.strictObject({
  token: Token,
  login: Login,
  name: Name,
  password: NewPassword,
});

/** Takes an invitation. */
export const AcceptInvitation = z.strictObject({
  token: Token,
  name: Name.optional().describe('left out: as in the invitation'),
  password: NewPassword,
});
