/**
 * The only place where the portal reads the clock, so that a test or a demo can move it by moving
 * the clock of the process.
 */
export const now = (): Date => new Date();
