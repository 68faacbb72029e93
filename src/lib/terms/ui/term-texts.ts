import { m } from '#lib/paraglide/messages.js';
import type { LadderStep, Moment, TermKind, TermState } from '#lib/terms/model.ts';

type Text = () => string;

/** What a term is called, what the law says of it, and what is asked about its two days. */
export const TERM_TEXTS: Readonly<
	Record<
		TermKind,
		{
			readonly name: Text;
			/** "De wet zegt: …", never a promise. */
			readonly rule: Text;
			/** More that one has to know: whom it is about, what it does not stop. */
			readonly more: Text;
			/** What to look for when one does not know on which day it started. */
			readonly hint: Text | null;
			/** The question about each day, and what stands beside a day that was said. */
			readonly ask: Readonly<Record<Moment, Text>>;
			readonly day: Readonly<Record<Moment, (input: { day: string }) => string>>;
		}
	>
> = {
	contact_voogdij: {
		name: m['terms.contactVoogdij'],
		rule: m['terms.contactRule'],
		more: m['terms.contactVoogdijMore'],
		hint: m['terms.notHearing'],
		ask: { start: m['terms.contactVoogdijAsk'], met: m['terms.contactMetAsk'] },
		day: { start: m['terms.contactStart'], met: m['terms.contactMet'] }
	},
	contact_ots: {
		name: m['terms.contactOts'],
		rule: m['terms.contactRule'],
		more: m['terms.contactOtsMore'],
		hint: m['terms.notHearing'],
		ask: { start: m['terms.contactOtsAsk'], met: m['terms.contactMetAsk'] },
		day: { start: m['terms.contactStart'], met: m['terms.contactMet'] }
	},
	contact_jeugdreclassering: {
		name: m['terms.contactJr'],
		rule: m['terms.contactRule'],
		more: m['terms.contactJrMore'],
		hint: m['terms.notHearing'],
		ask: { start: m['terms.contactJrAsk'], met: m['terms.contactMetAsk'] },
		day: { start: m['terms.contactStart'], met: m['terms.contactMet'] }
	},
	plan: {
		name: m['terms.plan'],
		rule: m['terms.planRule'],
		more: m['terms.planMore'],
		hint: m['terms.planHint'],
		ask: { start: m['terms.planAsk'], met: m['terms.planMetAsk'] },
		day: { start: m['terms.planStart'], met: m['terms.planMet'] }
	},
	plan_op_papier: {
		name: m['terms.paper'],
		rule: m['terms.paperRule'],
		more: m['terms.paperMore'],
		hint: null,
		ask: { start: m['terms.paperAsk'], met: m['terms.paperMetAsk'] },
		day: { start: m['terms.paperStart'], met: m['terms.paperMet'] }
	},
	// Whether somebody went to the judge is never asked: the last two are for the type alone.
	aanwijzing: {
		name: m['terms.directive'],
		rule: m['terms.directiveRule'],
		more: m['terms.directiveMore'],
		hint: m['terms.directiveHint'],
		ask: { start: m['terms.directiveAsk'], met: m['terms.contactMetAsk'] },
		day: { start: m['terms.directiveStart'], met: m['terms.contactMet'] }
	},
	intrekking: {
		name: m['terms.withdrawal'],
		rule: m['terms.withdrawalRule'],
		more: m['terms.withdrawalMore'],
		hint: null,
		ask: { start: m['terms.withdrawalAsk'], met: m['terms.withdrawalMetAsk'] },
		day: { start: m['terms.withdrawalStart'], met: m['terms.withdrawalMet'] }
	}
};

export const STATE_TEXTS: Readonly<Record<TermState, Text>> = {
	running: m['terms.running'],
	met: m['terms.happened'],
	passed: m['terms.passed']
};

/** Where help begins differs: a GI carries a measure out, without one it is whoever gives help. */
export const LADDER_TEXTS: Readonly<Record<LadderStep, Readonly<Record<'gi' | 'hulp', Text>>>> = {
	gi: { gi: m['terms.stepGi'], hulp: m['terms.stepHelp'] },
	teamleider: { gi: m['terms.stepLeader'], hulp: m['terms.stepLeader'] },
	vertrouwenspersoon: { gi: m['terms.stepConfidant'], hulp: m['terms.stepConfidant'] },
	klacht: { gi: m['terms.stepComplaint'], hulp: m['terms.stepComplaintHelp'] },
	geschil: { gi: m['terms.stepDispute'], hulp: m['terms.stepDispute'] },
	veiligheid: { gi: m['terms.stepSafety'], hulp: m['terms.stepSafety'] }
};
