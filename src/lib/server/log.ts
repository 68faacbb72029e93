import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Lines of JSON on standard output: what happened and where, never content, addresses or tokens. */
export const makeLog = (level: string): Log => pino({ level, base: null });
