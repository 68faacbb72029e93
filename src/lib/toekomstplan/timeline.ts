import { day, type Day } from '#lib/kernel/calendar.ts';
import type { LawRef } from '#lib/rights/law.ts';

/** Yes/no questions that decide what is of no use to somebody. Nobody has to answer one. */
export const QUESTIONS = [
	'pleeg',
	'zorg',
	'school',
	'schulden',
	'maatregel',
	'buitenland'
] as const;
export type Question = (typeof QUESTIONS)[number];
export type Answers = Readonly<Partial<Record<Question, 'ja' | 'nee'>>>;

/** Who acts, or is asked. */
export const ACTORS = [
	'jij',
	'ouders',
	'hulp',
	'gemeente',
	'ciz',
	'uwv',
	'verzekeraar',
	'toeslagen',
	'duo',
	'school',
	'rechter'
] as const;
export type ActsFor = (typeof ACTORS)[number];

/** Years and months after birth. */
export type Age = readonly [years: number, months: number];

/** Some things change not on the birthday, but when the month or quarter turns. */
export type Turn = 'day' | 'next-month' | 'month-end' | 'quarter-end' | 'next-quarter';

export type TimelineItem = {
	readonly id: string;
	readonly age: Age;
	readonly turn: Turn;
	/** From this age on there is something to do for it. */
	readonly start: Age;
	readonly who: ActsFor;
	/** Of no use to who answers "nee" to this. */
	readonly asks: Question | null;
	readonly laws: readonly LawRef[];
	/** Where it was read, when not in a law. */
	readonly sites: readonly string[];
	readonly checkedOn: Day;
};

const CHECKED = day('2026-11-22');

const jeugdwet = (article: string): LawRef => ({ law: 'jeugdwet', article });
const bw1 = (article: string): LawRef => ({ law: 'bw1', article });

type Rest = Partial<Pick<TimelineItem, 'turn' | 'asks' | 'laws' | 'sites'>> & { start?: Age };

const at = <const Id extends string>(id: Id, age: Age, who: ActsFor, rest: Rest) => ({
	...{ id, age, who, turn: 'day' as Turn, start: age, asks: null, laws: [], sites: [] },
	...{ checkedOn: CHECKED },
	...rest
});

const BIG_FIVE = ['vng.nl', 'nji.nl'];
const PROGRAMME = ['Actieprogramma Zorg voor de Jeugd 2018'];
const FOSTER_CARE = ['zoek.officielebekendmakingen.nl/kst-35833-3', 'nji.nl'];
const RENT = ['rijksoverheid.nl', 'thius.nl'];

/**
 * What changes at which age (facts 4.3): without amounts, and without what the fact sheet is not sure
 * of. Each year somebody compares every line with its source and moves its day.
 */
export const TIMELINE = [
	at('digid', [14, 0], 'jij', { sites: ['netherlandsworldwide.nl'] }),
	at('legitimatie', [14, 0], 'jij', { sites: ['zwolle.nl'] }),
	at('beslissen', [16, 0], 'jij', { laws: [jeugdwet('7.3.5')] }),
	at('ziekenhuis', [16, 0], 'jij', { sites: ['rijnstate.nl'] }),
	at('plan', [16, 6], 'jij', { start: [16, 0], sites: ['16-27.nl', 'sdfryslan.nl'] }),
	at('gemeente', [17, 0], 'gemeente', { start: [16, 6], sites: ['sdfryslan.nl'] }),
	at('woning', [17, 0], 'jij', { start: [16, 6], sites: ['sdfryslan.nl'] }),
	at('wlz', [17, 0], 'ciz', { start: [16, 6], asks: 'zorg', sites: ['ciz.nl', ...PROGRAMME] }),
	at('uwv', [17, 0], 'uwv', { start: [16, 6], asks: 'zorg', sites: ['uwv.nl'] }),
	at('mentor', [17, 6], 'rechter', {
		...{ start: [17, 0], asks: 'zorg', laws: [bw1('378'), bw1('431')] }
	}),
	at('overdracht', [17, 6], 'hulp', { start: [17, 0], sites: BIG_FIVE }),
	at('wajong', [18, 0], 'uwv', { start: [17, 0], asks: 'zorg', sites: ['uwv.nl'] }),
	at('behandeling', [18, 0], 'verzekeraar', { start: [17, 6], sites: PROGRAMME }),
	at('maatregel', [18, 0], 'hulp', {
		...{ start: [17, 6], asks: 'maatregel', laws: [jeugdwet('1.1')] },
		sites: ['mantelzorgcentrum.nl']
	}),
	at('ouders', [18, 0], 'jij', { sites: ['mantelzorgcentrum.nl'] }),
	at('jeugdhulp', [18, 0], 'gemeente', { start: [17, 0], laws: [jeugdwet('1.1')] }),
	at('pleegzorg', [18, 0], 'hulp', { start: [17, 6], asks: 'pleeg', sites: FOSTER_CARE }),
	at('premie', [18, 0], 'verzekeraar', {
		...{ turn: 'next-month', start: [17, 9], sites: ['studentencollectief.nl'] }
	}),
	at('tandarts', [18, 0], 'verzekeraar', { start: [17, 6], sites: ['tcfstudenten.nl'] }),
	at('zorgtoeslag', [18, 0], 'toeslagen', {
		...{ turn: 'next-month', sites: ['deboerenzwarts.nl'] }
	}),
	at('kinderbijslag', [18, 0], 'ouders', {
		...{ turn: 'quarter-end', start: [17, 6], sites: ['deboerenzwarts.nl'] }
	}),
	at('kindgebonden', [18, 0], 'ouders', {
		...{ turn: 'month-end', start: [17, 6], sites: ['schuldenindeopvang.nl'] }
	}),
	at('leerplicht', [18, 0], 'school', { sites: ['schuldenindeopvang.nl'] }),
	at('studie', [18, 0], 'duo', {
		...{ turn: 'next-quarter', start: [17, 9], asks: 'school', sites: ['scheldemondcollege.nl'] }
	}),
	at('onderhoud', [18, 0], 'ouders', { start: [17, 6], laws: [bw1('395a')] }),
	at('stemmen', [18, 0], 'jij', { sites: ['tiel.nl'] }),
	at('contract', [18, 0], 'jij', { sites: ['sociaalpleinoldenzaal.nl'] }),
	at('schulden', [18, 0], 'gemeente', { start: [17, 6], asks: 'schulden', sites: PROGRAMME }),
	at('huur', [18, 0], 'toeslagen', { sites: RENT }),
	at('bijstand', [18, 0], 'gemeente', { start: [17, 9], sites: ['movisie.nl', 'divosa.nl'] }),
	at('terug', [18, 6], 'gemeente', { start: [18, 0], laws: [jeugdwet('1.1')] }),
	at('pleegzorg21', [21, 0], 'hulp', { start: [20, 0], asks: 'pleeg', sites: FOSTER_CARE }),
	at('onderhoud21', [21, 0], 'ouders', { start: [20, 6], laws: [bw1('395a')] }),
	at('huur21', [21, 0], 'toeslagen', { sites: RENT }),
	at('bijstand21', [21, 0], 'gemeente', { sites: ['nji.nl'] }),
	at('jeugdhulp23', [23, 0], 'gemeente', { start: [22, 0], laws: [jeugdwet('1.1')] }),
	at('rmc23', [23, 0], 'school', {
		...{ start: [22, 6], asks: 'school', sites: ['schuldenindeopvang.nl'] }
	}),
	at('regels27', [27, 0], 'gemeente', { start: [26, 6], sites: ['16-27.nl'] }),
	at('bewaren27', [27, 0], 'jij', { start: [26, 6], sites: ['16-27.nl'] })
] as const satisfies readonly TimelineItem[];

export type ItemId = (typeof TIMELINE)[number]['id'];

export const ITEM_IDS: readonly ItemId[] = TIMELINE.map(({ id }) => id);
