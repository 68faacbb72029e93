import { allow, policy } from '#lib/kernel/policy.ts';

/** Everybody chooses how large this browser's letters are, also without an account. */
export const canChooseReading = policy('reading.choose', () => allow('iedereen'));
