import type { Invitation, Person as PersonView } from '../../contract/api/people.ts';
import type { BodyIn } from '../../contract/api/routes.ts';
import { MusterError } from '../../kernel/errors.ts';
import { hashPassword } from './passwords.ts';
import type { Id, Page, PageRequest } from './ports/common.ts';
import type { LinkKind, OneTimeLink, Person } from './ports/people.ts';
import type { Writes } from './ports.ts';
import { beginSession, type SignedIn } from './sessions.ts';
import { hashOf, newToken } from './tokens.ts';
import { DAY_MS, later, notFound, type Workbench } from './workbench.ts';

const INVITATION_MS = 7 * DAY_MS;
const OWNER_LINK_MS = DAY_MS;

/** Path of the page where an installation without an owner is taken, valid once; null where it has one. */
export async function ownerLink(workbench: Workbench): Promise<string | null> {
  if (await workbench.records.people.anyOwner()) return null;
  const { token, hash } = newToken();
  await workbench.records.transaction(null, ({ links }) =>
    links.add(link('owner', hash, null, later(workbench, OWNER_LINK_MS))),
  );
  return `/owner/${token}`;
}

/** Makes the first owner and signs them in. */
export async function takeOwnership(
  workbench: Workbench,
  { token, login, name, password }: BodyIn<'POST /owner'>,
): Promise<SignedIn> {
  await usable(workbench, token, 'owner');
  const hash = await hashPassword(password, workbench.passwordCost);
  return workbench.records.transaction(null, async (writes) => {
    await spend(workbench, writes, token);
    if (await writes.people.anyOwner()) {
      throw new MusterError('ALREADY_OWNED', 'The installation has an owner.', { hint: 'Sign in.' });
    }
    const person = await writes.people.add({ name, login, password: hash, owner: true });
    return beginSession(workbench, writes, person);
  });
}

/** Everybody, by name. */
export async function listPeople({ records }: Workbench, page: PageRequest): Promise<Page<PersonView>> {
  const { items, next } = await records.people.list(page);
  return { items: items.map(personView), next };
}

/** Asks somebody in; the link is told here and nowhere else. */
export function invite(
  workbench: Workbench,
  by: Person,
  { name, login, owner }: BodyIn<'POST /people'>,
): Promise<Invitation> {
  return workbench.records.transaction(by.id, async (writes) => {
    const person = await writes.people.add({ name, login, owner, password: null });
    return invitation(workbench, writes, person);
  });
}

/** A new link for somebody who lost theirs or their password; who uses it sets a new one. */
export function inviteAgain(workbench: Workbench, by: Person, id: Id): Promise<Invitation> {
  return workbench.records.transaction(by.id, async (writes) => {
    const person = await writes.people.get(id);
    if (!person) throw notFound('person');
    return invitation(workbench, writes, person);
  });
}

async function invitation(workbench: Workbench, { links }: Writes, person: Person) {
  const { token, hash } = newToken();
  const expiresAt = later(workbench, INVITATION_MS);
  await links.add(link('invitation', hash, person.id, expiresAt));
  return { person: personView(person), path: `/invitation/${token}`, expiresAt };
}

/** Sets the password of who was invited and signs them in; their other sessions end, and a lock too. */
export async function acceptInvitation(
  workbench: Workbench,
  { token, name, password }: BodyIn<'POST /invitations/accept'>,
): Promise<SignedIn> {
  const { person: id } = await usable(workbench, token, 'invitation');
  const hash = await hashPassword(password, workbench.passwordCost);
  return workbench.records.transaction(id, async (writes) => {
    await spend(workbench, writes, token);
    const invited = await writes.people.get(id!);
    if (!invited || invited.disabledAt !== null) throw spent();
    const person = await writes.people.change(invited.id, { password: hash, ...(name && { name }) });
    await writes.sessions.removeOf(invited.id);
    await writes.people.signedIn(invited.id);
    return beginSession(workbench, writes, person!);
  });
}

/** Renames, disables, enables, makes an owner or no longer one. */
export async function changePerson(
  { records }: Workbench,
  by: Person,
  id: Id,
  change: BodyIn<'PATCH /people/{person}'>,
): Promise<PersonView> {
  const person = await records.transaction(by.id, ({ people }) => people.change(id, change));
  if (!person) throw notFound('person');
  return personView(person);
}

/** Looks before the work of a password is done; the link is used up in the transaction only. */
async function usable({ records, now }: Workbench, token: string, kind: LinkKind): Promise<OneTimeLink> {
  const found = await records.links.find(hashOf(token));
  const holds = found?.kind === kind && found.usedAt === null && found.expiresAt > now().toISOString();
  if (!holds) throw spent();
  return found;
}

async function spend({ now }: Workbench, { links }: Writes, token: string): Promise<void> {
  if (!(await links.use(hashOf(token), now().toISOString()))) throw spent();
}

function spent(): MusterError {
  return new MusterError('LINK_SPENT', 'This link is unknown, has been used or is too old.', {
    hint: 'Ask for a new one where it came from.',
  });
}

function link(kind: LinkKind, tokenHash: string, person: Id | null, expiresAt: string) {
  return { kind, tokenHash, person, question: null, expert: null, expiresAt };
}

function personView({ hasPassword, ...person }: Person): PersonView {
  const { id, name, login, owner, createdAt, disabledAt } = person;
  return { id, name, login, owner, invited: !hasPassword, createdAt, disabledAt };
}
