import { z } from 'zod';

/** An identifier that belongs to one noun: a goal's id does not fit where a plan's id is asked. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

/** Parses an id from outside (URL, form). The text is checked for shape only; rights are asked later. */
export const idOf = <Noun extends string>() =>
	z
		.string()
		.regex(/^[A-Za-z0-9_-]{1,64}$/)
		.transform((text) => text as Id<Noun>);

export type PersonId = Id<'Person'>;
