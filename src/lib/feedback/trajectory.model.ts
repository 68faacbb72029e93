import type { Id } from '#lib/kernel/id.ts';

export type TrajectoryId = Id<'Trajectory'>;

/** How help ended: according to plan, together, by the client, by the provider, by something else (facts 6.2). */
export const END_REASONS = ['01', '02', '03', '04', '05'] as const;
export type EndReason = (typeof END_REASONS)[number];
