import type { FamilyId } from '#lib/family/model.ts';
import { ADULT, ageOf } from '#lib/family/rules.ts';
import { loadJim, nameIn } from '#lib/jim/server/load.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands, type Day } from '#lib/kernel/calendar.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import { authorize, Denied, type Permit } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import type { Reader } from '#lib/server/db/index.ts';
import type { Place } from '../form.model.ts';
import { canAnswer, canAnswerAsJim } from '../policy.ts';
import type { Audience } from '../questionnaire.model.ts';
import { aboutChildren, type Around } from '../split.rules.ts';
import { aroundRows } from './around.store.ts';

/** A family with the help around it; null when there is none. */
export const loadAround = async (read: Reader, id: FamilyId, today: Day): Promise<Around | null> =>
	(await aroundRows(read, [id], today)).get(id) ?? null;

/** As whom somebody of a family answers: the youth, or who brings a child up. */
export const audienceOf = ({ relation }: { readonly relation: string }): 'youth' | 'parent' =>
	relation === 'kind' ? 'youth' : 'parent';

/** Somebody who is asked: by which rule, about whom, and as whom. */
export type Asked = {
	readonly may: Permit<'feedback.answer'> | Permit<'feedback.answer-as-jim'>;
	readonly who: PersonId;
	readonly around: Around;
	readonly audience: Audience;
	readonly about: readonly PersonId[];
	/** Beside whom a JIM stands. */
	readonly youth: string | null;
	readonly child: boolean;
};

/**
 * Asks the rule of a place and reads what is around it.
 * @throws {Denied} as if there were no such place, for who is not asked there
 */
export async function loadAsked(
	ctx: Ctx,
	read: Reader,
	actor: Actor,
	place: Place
): Promise<Asked> {
	const today = dayInNetherlands(ctx.now());
	if ('jim' in place) {
		const loaded = await loadJim(ctx, read, place.jim);
		const may = authorize(canAnswerAsJim, actor, loaded?.facts);
		const around = loaded && (await loadAround(read, loaded.row.familyId, today));
		if (!around || actor.kind !== 'person') throw nothing(canAnswerAsJim.ability);
		const { youthId } = loaded.row;
		return {
			...{ may, around, who: actor.id, audience: 'jim', about: [youthId] },
			...{ youth: nameIn(loaded.family, youthId), child: false }
		};
	}
	const around = await loadAround(read, place.family, today);
	const may = authorize(canAnswer, actor, around?.family);
	if (!around || actor.kind !== 'person') throw nothing(canAnswer.ability);
	return {
		...{ may, around, who: actor.id, audience: audienceOf(may), youth: null },
		about: aboutChildren(around, actor.id),
		child: (ageOf(around.family, actor.id) ?? ADULT) < ADULT
	};
}

/** As if there were no such page. */
export const nothing = (ability: string) =>
	new Denied(ability, { outcome: 'hide', reason: 'niet_gevraagd' });
