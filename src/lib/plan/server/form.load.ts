import { recordRead } from '#lib/audit/server/commands.ts';
import type { FamilyId, PersonView } from '#lib/family/model.ts';
import type { PersonId } from '#lib/kernel/id.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { dayInNetherlands } from '#lib/kernel/calendar.ts';
import { authorize, Denied, may } from '#lib/kernel/policy.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { differenceOf } from '../history.rules.ts';
import type { PartForm } from '../page.model.ts';
import { canWritePlan } from '../policy.ts';
import { canPropose, canProposeSomething } from '../proposal.policy.ts';
import type { ItemContents, ItemKind, PlanItem } from '../version.model.ts';
import type { Scope } from './edit.commands.ts';
import { goneItem } from './gone.ts';
import { itemsOf } from './items.ts';
import { loadPlan, ruleFacts, type LoadedPlan } from './load.ts';
import { scopeOf } from './proposal.scope.ts';
import { goalsIn, seenItem, sightOf, type Sight } from './sight.ts';
import type { PlanRow } from './store.ts';

/** Who asks for a form, where, and whether the page answers that form as it could not be taken. */
export type FormAsked = {
	readonly ctx: Ctx;
	readonly actor: Actor;
	readonly family: FamilyId;
	/** Then a part that was taken out since is shown as such, and not as never there. */
	readonly again: boolean;
};

/** Somebody at a form: what the plan holds, and about what this person may write. */
export type Writing = {
	readonly asked: FormAsked;
	readonly loaded: LoadedPlan;
	readonly plan: PlanRow;
	readonly sight: Sight;
	readonly scope: Scope;
	readonly may: PartForm['may'];
};

export const noForm = () =>
	new Denied(canWritePlan.ability, { outcome: 'hide' as const, reason: 'onbekend' });

/** @throws {Denied} `hide` for who may neither write nor propose, and without a plan */
export async function toWrite(asked: FormAsked): Promise<Writing> {
	const { ctx, actor, family } = asked;
	const loaded = await loadPlan(ctx.db.read, family, dayInNetherlands(ctx.now()));
	const plan = loaded?.plan;
	const permit = authorize(
		canProposeSomething,
		actor,
		loaded &&
			plan && {
				...{ id: plan.id, children: [], family: loaded.family.facts, consent: loaded.consent }
			}
	);
	if (!loaded || !plan || actor.kind !== 'person') throw noForm();
	await recordRead(ctx, permit, { thing: 'plan', familyId: family });
	return {
		...{ asked, loaded, plan },
		sight: sightOf(actor, loaded),
		scope: scopeOf(actor, loaded, plan),
		may: { save: may(canWritePlan, actor, ruleFacts(loaded)), propose: true }
	};
}

/** A part to write about, and whether it is still in the plan. */
export type Subject<K extends ItemKind> = {
	readonly content: ItemContents[K] | null;
	readonly gone: boolean;
};

/**
 * The part that a form is about; nothing for a new one.
 * @throws {Denied} `hide` when it is not in this plan, or not for this person to write about
 */
export async function subject<K extends ItemKind>(
	{ asked, loaded, plan, scope }: Writing,
	kind: K,
	id: string | null
): Promise<Subject<K>> {
	if (id === null) return { content: null, gone: false };
	const found = scope.items.find((item) => item.kind === kind && item.id === id);
	if (found) return { content: found.content as ItemContents[K], gone: false };
	const was = asked.again ? await goneItem(asked.ctx.db.read, plan, loaded, { kind, id }) : null;
	const facts = { family: loaded.family.facts, consent: loaded.consent };
	const children = was?.children ?? [];
	if (!was || !may(canPropose, asked.actor, { ...facts, id, children })) throw noForm();
	return { content: was.item.content as ItemContents[K], gone: true };
}

/** What every form says: where it is sent, at which version it was made, and what stands there now. */
export function partForm<K extends ItemKind>(
	{ asked, plan, sight, may }: Writing,
	kind: K,
	{ content, gone }: Subject<K>
): Omit<PartForm, 'draft'> {
	const item = content && ({ kind, id: '', content } as unknown as PlanItem);
	const seen = item && !gone ? seenItem(sight, item, goalsIn(itemsOf(plan))) : null;
	return {
		...{ familyId: asked.family, isNew: content === null, may, gone },
		version: plan.version,
		now: seen && differenceOf(null, seen)
	};
}

/** These children, as this person may name them. */
export const named = ({ scope, sight }: Writing, children: readonly PersonId[]): PersonView[] =>
	sight.about(children.filter((child) => scope.children.includes(child)));
