// @ts-check
'use strict';
/*
 * Saves a form while somebody types, on the pages that ask for it. The form's own button does the same
 * without this script. The page gives the words.
 *
 *   <form data-saves="/later/bewaar">   with data-saves-choices what is ticked as well
 *     <input type="hidden" name="wens-base" value="3"> <textarea name="wens"></textarea>
 *     <p role="status" data-saves-status hidden>…</p>
 *     <template data-saves-said="saved|unsaved|device|stopped">…</template>
 *   </form>
 *
 * The form hears `sent` with what the server has, and `unsent` when it took nothing. `held` says what then
 * became of it: `device` or `unsaved`.
 */
{
	/** After this many milliseconds of typing at most; at once when a field is left. */
	const WITHIN = 5_000;

	/** @param {HTMLFormElement} form @param {string} address */
	const keep = (form, address) => {
		const status = form.querySelector('[data-saves-status]');
		const atFirst = status?.textContent ?? '';
		/** @type {ReturnType<typeof setTimeout> | undefined} */
		let timer;
		let changed = false;
		let busy = false;
		let over = false;
		/** The page says that what stands there is kept. */
		let said = false;

		/** @param {'saved' | 'unsaved' | 'device' | 'stopped'} what */
		const say = (what) => {
			const words = form.querySelector(`template[data-saves-said="${what}"]`);
			if (!status || !(words instanceof HTMLTemplateElement)) return;
			const text = words.content.textContent;
			// The same again would be read aloud again.
			if (status.textContent !== text) status.textContent = text;
			said = what === 'saved';
			status.removeAttribute('hidden');
		};
		const soon = () => {
			timer ??= setTimeout(save, WITHIN);
		};
		// What was not taken waits for the button, which shows both texts.
		const stop = () => {
			over = true;
			tell('unsent', null);
			say('stopped');
		};
		/** Without an `ask` this script says what became of it. @param {string} type @param {unknown} detail */
		const tell = (type, detail, ask = false) =>
			form.dispatchEvent(new CustomEvent(type, { detail, cancelable: ask }));

		/**
		 * @param {{ revisions?: Record<string, number>, conflicts?: string[] }} answer
		 * @param {URLSearchParams} body
		 */
		const take = ({ revisions = {}, conflicts = [] }, body) => {
			if (conflicts.length > 0) return stop();
			for (const [field, revision] of Object.entries(revisions)) {
				const base = form.elements.namedItem(`${field}-base`);
				if (base instanceof HTMLInputElement) base.value = String(revision);
			}
			tell('sent', body);
			if (!changed) say('saved');
		};

		const save = async (keepalive = false) => {
			clearTimeout(timer);
			timer = undefined;
			if (!changed || over) return;
			if (busy && !keepalive) return soon();
			changed = false;
			busy = true;
			const body = new URLSearchParams();
			for (const [name, value] of new FormData(form))
				if (typeof value === 'string') body.append(name, value);
			const answer = await fetch(address, { method: 'POST', body, keepalive }).catch(() => null);
			busy = false;
			if (answer?.ok) {
				take(await answer.json(), body);
			} else if (answer && answer.status < 500 && answer.status !== 429) {
				stop();
			} else {
				changed = true;
				if (tell('unsent', null, true)) say('unsaved');
				soon();
			}
		};

		form.addEventListener('input', ({ target }) => {
			const chosen = target instanceof HTMLInputElement && 'savesChoices' in form.dataset;
			if (!(target instanceof HTMLTextAreaElement) && !chosen) return;
			changed = true;
			// What was said of the words before is not true of these.
			if (said && status) status.textContent = atFirst;
			said = false;
			soon();
		});
		form.addEventListener('held', (event) => {
			if (!over) say(/** @type {CustomEvent} */ (event).detail);
		});
		form.addEventListener('focusout', () => void save());
		form.addEventListener('submit', () => (over = true));
		window.addEventListener('pagehide', () => void save(true));
		status?.removeAttribute('hidden');
	};

	for (const form of document.querySelectorAll('form[data-saves]')) {
		if (form instanceof HTMLFormElement) keep(form, form.dataset.saves ?? '');
	}
}
