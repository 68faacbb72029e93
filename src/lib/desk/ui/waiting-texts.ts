import type { WaitingKind } from '#lib/desk/model.ts';
import { m } from '#lib/paraglide/messages.js';

/** What each thing that waits is called, alone and with how many, and on which page of the family it lies. */
export const WAITING_TEXTS: Readonly<
	Record<
		WaitingKind,
		{
			readonly name: () => string;
			readonly count: (given: { count: number }) => string;
			readonly page: string;
		}
	>
> = {
	vraag: { name: m['werk.questions'], count: m['werk.question'], page: '/vragen' },
	termijn: { name: m['werk.terms'], count: m['werk.term'], page: '/termijnen' },
	correctie: { name: m['werk.corrections'], count: m['werk.correction'], page: '/feiten' },
	woorden: { name: m['werk.statements'], count: m['werk.statement'], page: '/stem' },
	voorstel: { name: m['werk.proposals'], count: m['werk.proposal'], page: '/voorstellen' },
	'eigen-plan': { name: m['werk.ownPlans'], count: m['werk.ownPlan'], page: '/eigen-plan' },
	bekijken: { name: m['werk.reviews'], count: m['werk.reviewPlan'], page: '' }
};
