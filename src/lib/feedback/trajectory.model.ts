import type { Id } from '#lib/kernel/id.ts';

export type TrajectoryId = Id<'Trajectory'>;

/** Kinds of help, coarse on purpose: a rare kind would point at a family. */
export const HELP_KINDS = [
	'lokaal_team',
	'ambulant',
	'dagbehandeling',
	'pleegzorg',
	'gezinshuis',
	'verblijf',
	'jeugdbescherming',
	'jeugdreclassering'
] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

/** How help ended: according to plan, together, by the client, by the provider, by something else (facts 6.2). */
export const END_REASONS = ['01', '02', '03', '04', '05'] as const;
export type EndReason = (typeof END_REASONS)[number];
