import type { ItemChange, PlanItem } from './version.model.ts';
import { itemKey, saysTheSame } from './version.rules.ts';

/**
 * The plan after a message of the case system. What the message says as it said before leaves alone
 * what family and regisseur wrote since; what it says anew holds. What it leaves out stays, after what
 * it names. How help ends and what to do on a relapse is written here only: a message has no word on it.
 * @param now the plan as it is
 * @param sent what the message names, with its own order as positions
 * @param said what earlier messages said of each item, oldest first
 */
export function takenIn(
	now: readonly PlanItem[],
	sent: readonly PlanItem[],
	said: readonly ItemChange[]
): PlanItem[] {
	const current = new Map(now.map((item) => [itemKey(item), item]));
	const lastSaid = new Map(said.map((one) => [itemKey(one), one.after]));
	const named = new Map(
		sent.map((item): [string, PlanItem] => {
			const key = itemKey(item);
			const here = current.get(key);
			const repeated = here && saysTheSame(unplaced(lastSaid.get(key)), unplaced(item.content));
			return [key, repeated ? placed(here, item) : merged(here, item)];
		})
	);
	const leftOut = now.filter((item) => !named.has(itemKey(item)));
	return [...named.values(), ...leftOut.map((item) => after(item, sent, leftOut))];
}

/** The item as it is here, at the place that the message gives it. */
const placed = (here: PlanItem, sent: PlanItem): PlanItem =>
	'position' in sent.content
		? ({ ...here, content: { ...here.content, position: sent.content.position } } as PlanItem)
		: here;

/** The message's words, without taking away what no message can say. */
function merged(here: PlanItem | undefined, sent: PlanItem): PlanItem {
	if (here?.kind === 'ending' && sent.kind === 'ending') {
		const { endWords, relapseWords } = here.content;
		return { ...sent, content: { ...sent.content, endWords, relapseWords } };
	}
	if (here?.kind === 'step' && sent.kind === 'step' && here.content.state === sent.content.state) {
		const { stateBy, stateOn } = here.content;
		return { ...sent, content: { ...sent.content, stateBy, stateOn } };
	}
	return sent;
}

/** The list in which an item has its place: its kind, and for a step its goal. */
const listOf = ({ kind, content }: PlanItem): string =>
	kind === 'step' ? `step of ${content.goalId}` : kind;

function after(item: PlanItem, sent: readonly PlanItem[], leftOut: readonly PlanItem[]): PlanItem {
	if (!('position' in item.content)) return item;
	const mine = listOf(item);
	const before = sent.filter((one) => listOf(one) === mine).length;
	if (before === 0) return item;
	const place = leftOut.filter((one) => listOf(one) === mine).indexOf(item);
	return { ...item, content: { ...item.content, position: before + place } } as PlanItem;
}

/** What an item says, without its place: the order of a list is no word of the case system. */
function unplaced(content: ItemChange['after'] | undefined): object | null {
	if (!content) return null;
	return Object.fromEntries(Object.entries(content).filter(([name]) => !NOT_SAID.includes(name)));
}

/** Written here only, or the place in a list. */
const NOT_SAID = ['position', 'stateBy', 'stateOn', 'endWords', 'relapseWords'];
