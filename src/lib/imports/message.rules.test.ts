import { expect, test } from 'vitest';
import { aMessage, changedAll } from '../../../tests/support/case-message.ts';
import { checkMessage } from './message.rules.ts';
import { parseMessage } from './problems.ts';

const now = new Date('2026-11-22T12:00:00Z');

function found(changes: Readonly<Record<string, unknown>>): string[] {
	const parsed = parseMessage(changedAll(aMessage(), changes));
	if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
	return checkMessage(parsed.message, now).map(({ path, key }) => `${path} ${key}`);
}

test('a whole message says nothing that contradicts', () => {
	expect(found({})).toEqual([]);
});

const f = 'families[0]';
const secondGezag = (kind: string) => ({
	[`${f}.gezag[2]`]: { id: 'gezag-3', child: 'child', holder: 'mother', kind, from: '2026-01-01' }
});

test.each([
	['sent tomorrow', { sentAt: '2026-11-23T12:00:00Z' }, 'sentAt sentInFuture'],
	['sent by nobody', { source: 'nobody' }, 'source unknownOrganisation'],
	[
		'an organisation twice',
		{ 'organisations[1].id': 'team', 'professionals[1].organisation': 'team' },
		'organisations[1].id duplicateId'
	],
	[
		'a professional of no organisation',
		{ 'professionals[0].organisation': 'none' },
		'professionals[0].organisation unknownOrganisation'
	],
	[
		'help by an organisation that nobody introduced',
		{ [`${f}.trajectories[0].provider`]: 'none' },
		`${f}.trajectories[0].provider unknownOrganisation`
	],
	[
		'help to an adult',
		{ [`${f}.trajectories[0].child`]: 'mother' },
		`${f}.trajectories[0].child notChild`
	],
	[
		'help that ended, nobody says how',
		{ [`${f}.trajectories[0].reason`]: undefined },
		`${f}.trajectories[0].reason endWithoutReason`
	],
	[
		'how help ended that goes on',
		{ [`${f}.trajectories[0].until`]: undefined },
		`${f}.trajectories[0].reason reasonWithoutEnd`
	],
	[
		'help twice',
		{ [`${f}.trajectories[1]`]: aMessage().families[0]?.trajectories?.[0] },
		`${f}.trajectories[1].id duplicateId`
	],
	[
		'a professional who is also family',
		{ 'professionals[2]': { ...aMessage().professionals[0], id: 'grandmother' } },
		`${f}.people[3].id alsoProfessional`
	],
	[
		'a professional whom nobody introduced',
		{ [`${f}.people[6]`]: { id: 'stranger', relation: 'professional', from: '2026-01-01' } },
		`${f}.people[6].id unknownProfessional`
	],
	[
		'a person twice in one family',
		{ [`${f}.people[6]`]: aMessage().families[0]?.people[3] },
		`${f}.people[6].id duplicateId`
	],
	[
		'a birth date of tomorrow',
		{ [`${f}.people[1].birthDate`]: '2026-11-23' },
		`${f}.people[1].birthDate birthInFuture`
	],
	[
		'a place in the family that ends before it began',
		{ [`${f}.people[1].until`]: '2025-01-01' },
		`${f}.people[1].until periodTurned`
	],
	[
		'somebody twice in one house',
		{ [`${f}.households[0].members[2]`]: { person: 'mother' } },
		`${f}.households[0].members[2].person duplicateId`
	],
	[
		'a stranger in the house',
		{ [`${f}.households[0].members[1].person`]: 'stranger' },
		`${f}.households[0].members[1].person unknownPerson`
	],
	[
		'gezag over a stranger',
		{ [`${f}.gezag[0].child`]: 'stranger' },
		`${f}.gezag[0].child unknownPerson`
	],
	[
		'gezag over an adult',
		{ [`${f}.gezag[0].child`]: 'grandmother' },
		`${f}.gezag[0].child notChild`
	],
	[
		'gezag of a stranger',
		{ [`${f}.gezag[0].holder`]: 'stranger' },
		`${f}.gezag[0].holder unknownPerson`
	],
	[
		'gezag of a grandmother',
		{ [`${f}.gezag[0].holder`]: 'grandmother' },
		`${f}.gezag[0].holder mayNotHoldGezag`
	],
	[
		'gezag of a worker of the team',
		{ [`${f}.gezag[0].holder`]: 'worker', [`${f}.gezag[0].kind`]: 'voogdij' },
		`${f}.gezag[0].holder mayNotHoldGezag`
	],
	[
		'parental gezag of a worker of a GI',
		{ [`${f}.gezag[0].holder`]: 'guardian' },
		`${f}.gezag[0].holder mayNotHoldGezag`
	],
	[
		'gezag that ends on its first day',
		{ [`${f}.gezag[0].until`]: '2013-05-05' },
		`${f}.gezag[0].until periodTurned`
	],
	[
		'gezag of one parent twice at once',
		secondGezag('tijdelijk_geen'),
		`${f}.gezag[2].from gezagTwice`
	],
	[
		'one-headed gezag beside the other parent',
		{ [`${f}.gezag[1].kind`]: 'eenhoofdig' },
		`${f}.gezag[1].kind gezagAlone`
	],
	['a kader of an adult', { [`${f}.kaders[0].child`]: 'mother' }, `${f}.kaders[0].child notChild`],
	[
		'a kader that ends before it began',
		{ [`${f}.kaders[0].until`]: '2025-12-31' },
		`${f}.kaders[0].until periodTurned`
	],
	[
		'a regisseur who is no professional',
		{ [`${f}.regisseurs[1].person`]: 'mother' },
		`${f}.regisseurs[1].person unknownProfessional`
	],
	[
		'two regisseurs on one day',
		{ [`${f}.regisseurs[0].until`]: '2026-06-02' },
		`${f}.regisseurs[1].from regisseursOverlap`
	],
	[
		'a stand-in for oneself',
		{ [`${f}.regisseurs[1].standIn.person`]: 'worker' },
		`${f}.regisseurs[1].standIn.person standInSelf`
	],
	[
		'a stand-in who is no professional',
		{ [`${f}.regisseurs[1].standIn.person`]: 'mother' },
		`${f}.regisseurs[1].standIn.person unknownProfessional`
	],
	[
		'a restriction of a grandmother',
		{ [`${f}.restrictions[0].parent`]: 'grandmother' },
		`${f}.restrictions[0].parent mayNotBeRestricted`
	],
	[
		'a restriction by one professional',
		{ [`${f}.restrictions[0].secondProfessional`]: 'worker' },
		`${f}.restrictions[0].secondProfessional secondSame`
	],
	[
		'a restriction of a day too long',
		{ [`${f}.restrictions[0].until`]: '2027-02-02' },
		`${f}.restrictions[0].until restrictionTooLong`
	],
	[
		'a restriction that ends before it began',
		{ [`${f}.restrictions[0].until`]: '2026-10-31' },
		`${f}.restrictions[0].until periodTurned`
	],
	[
		'an incapacity at eleven',
		{ [`${f}.people[0].birthDate`]: '2014-11-02' },
		`${f}.incapacities[0].from underTwelve`
	],
	[
		'an incapacity reviewed a day too late',
		{ [`${f}.incapacities[0].reviewBy`]: '2027-05-02' },
		`${f}.incapacities[0].reviewBy reviewTooLate`
	],
	[
		'an incapacity reviewed before it began',
		{ [`${f}.incapacities[0].reviewBy`]: '2026-11-01' },
		`${f}.incapacities[0].reviewBy periodTurned`
	],
	[
		'a step of a stranger',
		{ [`${f}.plan.goals[0].steps[1].owner`]: 'stranger' },
		`${f}.plan.goals[0].steps[1].owner unknownPerson`
	],
	[
		'a step that stands twice',
		{ [`${f}.plan.goals[0].steps[1].id`]: 'step-1' },
		`${f}.plan.goals[0].steps[1].id duplicateId`
	],
	[
		'a goal about an adult',
		{ [`${f}.plan.goals[0].children`]: ['mother'] },
		`${f}.plan.goals[0].children[0] notChild`
	],
	[
		'a goal about one child twice',
		{ [`${f}.plan.goals[0].children`]: ['child', 'child'] },
		`${f}.plan.goals[0].children[1] duplicateId`
	],
	[
		'a situation about a stranger',
		{ [`${f}.plan.situation[0].children`]: ['stranger'] },
		`${f}.plan.situation[0].children[0] unknownPerson`
	],
	['a family twice', { 'families[1]': aMessage().families[0] }, 'families[1].id duplicateId'],
	[
		'one person with two names',
		{
			'families[1]': changedAll(aMessage().families[0], {
				id: 'other',
				'people[1].givenName': 'Ma'
			})
		},
		'families[1].people[1] personDiffers'
	]
] as const)('%s is refused at its place', (_, changes, expected) => {
	expect(found(changes)).toContain(expected);
});

test.each([
	[
		'gezag that follows on the day the other ends',
		{ ...secondGezag('tijdelijk_geen'), [`${f}.gezag[0].until`]: '2026-01-01' }
	],
	[
		'guardianship of a worker of a GI',
		{ [`${f}.gezag[0].holder`]: 'guardian', [`${f}.gezag[0].kind`]: 'voogdij' }
	],
	[
		'one-headed gezag beside a parent with temporarily none',
		{ [`${f}.gezag[0].kind`]: 'eenhoofdig', [`${f}.gezag[1].kind`]: 'tijdelijk_geen' }
	],
	[
		'a child born today',
		{
			[`${f}.people[6]`]: {
				...aMessage().families[0]?.people[0],
				id: 'baby',
				birthDate: '2026-11-22'
			}
		}
	],
	['a clock that runs four minutes ahead', { sentAt: '2026-11-22T12:04:00Z' }],
	['a plan that is closed', { [`${f}.plan.state`]: 'closed' }]
] as const)('%s is fine', (_, changes) => {
	expect(found(changes)).toEqual([]);
});
