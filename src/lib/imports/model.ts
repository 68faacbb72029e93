import type { Id } from '#lib/kernel/id.ts';

export type MessageId = Id<'Message'>;
