import type { Prefixes } from './support/catalogue.ts';

/**
 * Keys that code puts together: the part it writes → the file that writes it, such as
 * `m[`step.state.${state}`]`. Every key that begins so counts as used; keep the part long.
 */
export const PREFIXES: Prefixes = {};
