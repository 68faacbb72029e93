// @ts-check
'use strict';
/*
 * Holds words that could not be sent, where the youth chose that. They lie on the device closed; the key
 * comes from the server to the youth's session, and is in memory alone. Needs static/bewaar.js.
 *
 *   <p data-device="/later/toestel/sleutel">   empty where it is not chosen
 *   <p data-device-waits hidden>… <a>          words that this page cannot show
 *   <form data-device-off>                     ends it
 *   <p data-device-needs> <form data-device-offer hidden>   whether this browser can do it
 */
{
	const NAME = 'hier';
	/** @typedef {{ name: string, of: string, until: number, iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer }} Held */
	/** @type {{ id: string, until: number, opens: CryptoKey } | undefined} */
	let mine;
	let over = false;
	const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

	/**
	 * One act in the database, which is open no longer than that: what is open cannot be wiped.
	 * @template T @param {(store: IDBObjectStore) => IDBRequest<T>} act @returns {Promise<T | undefined>}
	 */
	const inStore = (act) =>
		new Promise((done, failed) => {
			if (over) return done(undefined);
			const opening = indexedDB.open(NAME);
			opening.onerror = failed;
			opening.onupgradeneeded = () => opening.result.createObjectStore(NAME, { keyPath: 'name' });
			opening.onsuccess = () => {
				const database = opening.result;
				const work = database.transaction(NAME, 'readwrite', { durability: 'strict' });
				const asked = act(work.objectStore(NAME));
				work.oncomplete = () => done(asked.result);
				work.onabort = failed;
				database.close();
			};
		});
	const drop = (/** @type {string} */ name) => inStore((store) => store.delete(name));
	const all = async () => /** @type {Held[]} */ (await inStore((store) => store.getAll())) ?? [];

	window.addEventListener('forget', () => {
		over = true;
		mine = undefined;
		// Asked after whatever is under way, and so done after it.
		indexedDB.deleteDatabase(NAME);
	});

	const cipher = (/** @type {string} */ name, /** @type {Held['iv']} */ iv) => ({
		...{ name: 'AES-GCM', iv, additionalData: bytes(name) }
	});
	const put = async (/** @type {string} */ name, /** @type {object} */ what) => {
		if (!mine) throw over;
		const { id: of, until, opens } = mine;
		const iv = crypto.getRandomValues(new Uint8Array(12));
		const data = await crypto.subtle.encrypt(cipher(name, iv), opens, bytes(JSON.stringify(what)));
		await inStore((store) => store.put({ name, of, until, iv, data }));
	};
	/** As long as this page is there, no other takes up what it holds. @param {string} name */
	const claim = (name) =>
		new Promise((done) =>
			navigator.locks.request(name, { ifAvailable: true }, (lock) => {
				done(lock);
				return lock && new Promise(() => {});
			})
		);

	/** @param {HTMLFormElement} form */
	const watch = (form) => {
		const whole = 'savesChoices' in form.dataset;
		const refused = document.querySelector('main [role="alert"]') !== null;
		const typed = [...form.querySelectorAll('textarea')];
		const ticks = /** @type {NodeListOf<HTMLInputElement>} */ (
			form.querySelectorAll('input[type="checkbox"]')
		);
		/** What the server has, as far as this page knows. */
		const sent = new Map(refused ? [] : typed.map(({ name, value }) => [name, value]));
		let name = String(crypto.randomUUID());
		let held = false;
		let queue = claim(name);

		const isNew = (/** @type {HTMLTextAreaElement} */ one) => sent.get(one.name) !== one.value;
		const keep = (aloud = true) => {
			held = true;
			const data = new FormData(form);
			if (!whole) for (const one of typed) if (!isNew(one)) data.delete(one.name);
			const body = String(new URLSearchParams(/** @type {any} */ (data)));
			const what = { page: location.pathname, to: form.dataset.saves, body };
			const tell = (/** @type {string} */ said) => {
				if (held && aloud) form.dispatchEvent(new CustomEvent('held', { detail: said }));
			};
			queue = queue
				.then(() => put(name, what))
				.then(
					() => tell('device'),
					() => tell('unsaved')
				);
		};
		const letGo = () => {
			held = false;
			queue = queue.then(() => drop(name)).catch(() => {});
		};
		form.addEventListener('unsent', (event) => {
			if (mine) keep(event.cancelable);
			if (mine) event.preventDefault();
		});
		form.addEventListener('sent', (event) => {
			for (const [field, value] of /** @type {CustomEvent} */ (event).detail)
				sent.set(field, value);
			if (held) (typed.some(isNew) ? keep : letGo)(false);
		});
		form.addEventListener('input', () => {
			if (mine && (held || !navigator.onLine)) keep();
		});

		/** Takes up what was held, as if it were typed now. @param {string} from @param {URLSearchParams} was */
		return (from, was) => {
			name = from;
			held = true;
			const bases = /** @type {NodeListOf<HTMLInputElement>} */ (
				form.querySelectorAll('input[name$="-base"]')
			);
			const others = typed.filter((one) => {
				const text = was.get(one.name);
				// Under it may stand what was picked with the button.
				return text !== null && !`${one.value}\n`.startsWith(`${text}\n`);
			});
			const isOther = (/** @type {HTMLInputElement} */ { name, value, checked }) =>
				checked !== was.getAll(name).includes(value);
			const tapped = whole ? [...ticks].filter(isOther) : [];
			if (others.length + tapped.length === 0) return refused || letGo();
			for (const base of bases)
				if (whole || others.some(({ name: field }) => base.name === `${field}-base`))
					base.value = was.get(base.name) ?? base.value;
			for (const one of others) one.value = was.get(one.name) ?? '';
			for (const one of tapped) one.checked = !one.checked;
			for (const type of ['input', 'focusout'])
				typed[0]?.dispatchEvent(new Event(type, { bubbles: true }));
		};
	};
	const pages = new Map();
	for (const form of document.querySelectorAll('form[data-saves]'))
		if (form instanceof HTMLFormElement) pages.set(location.pathname, watch(form));

	/** @param {Held} held */
	const takeUp = async ({ name, of, until, iv, data }) => {
		if (until < Date.now()) return drop(name);
		if (!mine || of !== mine.id || !(await claim(name))) return;
		const text = await crypto.subtle.decrypt(cipher(name, iv), mine.opens, data);
		const { page, to, body } = JSON.parse(new TextDecoder().decode(text));
		const was = new URLSearchParams(body);
		const take = pages.get(page);
		pages.delete(page);
		if (take) return take(name, was);
		const answer = await fetch(to, { method: 'POST', body: was }).catch(() => null);
		if (answer?.ok && (await answer.json()).conflicts.length === 0) return drop(name);
		const waits = document.querySelector('[data-device-waits]');
		waits?.querySelector('a')?.setAttribute('href', page);
		waits?.removeAttribute('hidden');
	};

	const address = document.querySelector('[data-device]')?.getAttribute('data-device');
	const begin = async () => {
		if (!address || mine || over) return;
		const answer = await fetch(address, { method: 'POST', body: new URLSearchParams() });
		const { id, key, until } = await answer.json();
		const uses = /** @type {KeyUsage[]} */ (['encrypt', 'decrypt']);
		const opens = await crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, uses);
		if (!over) mine = { id, until, opens };
		for (const held of await all()) await takeUp(held).catch(() => {});
	};
	if ('indexedDB' in window && 'locks' in navigator && crypto.subtle) {
		document.querySelector('[data-device-needs]')?.setAttribute('hidden', '');
		document.querySelector('[data-device-offer]')?.removeAttribute('hidden');
		const tried = () => void begin().catch(() => {});
		window.addEventListener('online', tried);
		tried();
	}
	document.querySelector('[data-device-off]')?.addEventListener('submit', async () => {
		for (const { name, of } of await all()) if (of === mine?.id) drop(name);
	});
}
