import { expect, test } from 'vitest';
import type { OrganisationId, FamilyId } from '#lib/family/model.ts';
import { visitor, type Actor } from '#lib/kernel/actor.ts';
import type { Id, PersonId } from '#lib/kernel/id.ts';
import type { MessageId } from './model.ts';
import { canDeliver, canImport } from './policy.ts';

const id = <T extends string>(text: string) => text as T;
const source = id<OrganisationId>('team');
const machine = (name: string): Actor => ({
	kind: 'machine',
	source: id<Id<'Organisation'>>(name)
});
const person: Actor = { kind: 'person', id: id<PersonId>('worker'), assurance: 'second-factor' };

test.each([
	['the case system of the same source', machine('team'), 'allow'],
	['the case system of another source', machine('other'), 'deny'],
	['a person, also with a second factor', person, 'hide'],
	['a visitor', visitor, 'hide']
] as const)('%s delivers a message and writes about its family: %s', (_, actor, outcome) => {
	expect(canDeliver(actor, { id: id<MessageId>('m'), source }).outcome).toBe(outcome);
	expect(canImport(actor, { id: id<FamilyId>('f'), source }).outcome).toBe(outcome);
});
