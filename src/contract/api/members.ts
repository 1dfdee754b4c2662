import { z } from 'zod';
import { Role } from './programmes.ts';
import { Uuid } from './text.ts';

/** A person and their role in a programme. */
export const Member = z.object({
  person: z.object({ id: Uuid, name: z.string(), login: z.string(), disabled: z.boolean() }),
  role: Role,
});
export type Member = z.infer<typeof Member>;

/** Gives a role. */
export const MemberRole = z.strictObject({ role: Role });

/** Somebody who could be made a member. */
export const Candidate = z.object({ id: Uuid, name: z.string(), login: z.string() });
export type Candidate = z.infer<typeof Candidate>;
