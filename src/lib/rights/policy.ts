import { allow, policy } from '#lib/kernel/policy.ts';

/** Everybody reads about rights, also without an account: there is nothing of anybody in it. */
export const canReadRights = policy('rights.read', () => allow('iedereen'));
