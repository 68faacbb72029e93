import type { FamilyId, OrganisationId } from '#lib/family/model.ts';
import type { Actor } from '#lib/kernel/actor.ts';
import { allow, deny, hide, policy, type Decision } from '#lib/kernel/policy.ts';
import type { MessageId } from './model.ts';

export type MessageFacts = { readonly id: MessageId; readonly source: OrganisationId };

/** The source that the family came from; for a new family, the source of the message. */
export type ImportedFamilyFacts = { readonly id: FamilyId; readonly source: OrganisationId };

/** A case system delivers the messages of its own organisation, nobody else does. */
export const canDeliver = policy('message.deliver', (actor, { source }: MessageFacts) =>
	sameSource(actor, source)
);

/** Only the case system that a family came from writes about that family. */
export const canImport = policy('family.import', (actor, { source }: ImportedFamilyFacts) =>
	sameSource(actor, source)
);

function sameSource(actor: Actor, source: OrganisationId): Decision {
	if (actor.kind !== 'machine') return hide('onbekend');
	if (actor.source === source) return allow('bron');
	return deny('otherSource');
}
