import { error } from '@sveltejs/kit';
import { formKey } from '#lib/kernel/form.ts';
import type { Actions } from './$types';
import { MakeKey, TypePersonalCode } from '#lib/identity/model.ts';
import { acceptStaffInvitation, proveStaffCode } from '#lib/identity/server/staff.commands.ts';
import { lookUpStaffInvitation } from '#lib/identity/server/staff.queries.ts';
import { browserSecret, formAction, goTo, networkOf, page } from '#lib/server/http.ts';
import { Refused } from '#lib/server/refused.ts';
import { browserOf, followKey } from '../../../outcome.ts';

export const load = page(async ({ ctx, event }) => {
	const asked = { token: event.params.token ?? '', network: networkOf(event) };
	const view = await lookUpStaffInvitation(ctx, browserSecret(event), asked);
	return view ?? error(429, 'too many');
});

export const actions = {
	code: formAction(
		TypePersonalCode.extend({ key: formKey }),
		async ({ ctx, event, input: { personalCode, key } }) => {
			const asked = { token: event.params.token ?? '', personalCode, network: networkOf(event) };
			const step = await proveStaffCode(ctx, { secret: browserSecret(event), key }, asked);
			if (step === null) error(429, 'too many');
			if (step === 'wrong') throw new Refused({ personalCode: 'fout.codeFout' });
			if (step === 'wait') throw new Refused({ personalCode: 'fout.codeWacht' });
			goTo(event, event.locals.path);
		},
		{ secret: ['personalCode'] }
	),
	make: formAction(
		MakeKey.extend({ key: formKey }),
		async ({ ctx, event, input: { answer: made, key } }) => {
			const outcome = await acceptStaffInvitation(
				ctx,
				{ secret: browserSecret(event), key },
				{ token: event.params.token ?? '', made, browser: browserOf(event) }
			);
			followKey(event, outcome, event.locals.path);
		},
		{ secret: ['answer'] }
	)
} satisfies Actions;
