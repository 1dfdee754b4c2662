import { z } from 'zod';

/** Identifier of a person, programme, run or question. */
export const Uuid = z.uuid();

/** A moment, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

/** SHA-256 in hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'sixty-four hexadecimal digits');

/** A name as people write it, without spaces around it. */
export const Name = z.string().trim().min(1).max(200);

/** Why something is done: kept in versions and in the audit. */
export const Reason = z.string().trim().min(1).max(1000);

/** Number of a version of a programme, from 1. */
export const VersionNumber = z.int().min(1).max(2_147_483_647);
