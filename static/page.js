// @ts-check
'use strict';
/*
 * What a page does more with JavaScript: leaving quickly, and a warning before the session ends. The
 * pages give the words; nothing here is needed for a form or a link to work.
 *
 *   <form method="post" action="/weg" data-exit-form><button>…</button></form>
 *       Sent, or Shift pressed three times: the page is gone at once, and `action` comes in its place.
 *
 *   <h1 data-not-kept>…</h1>
 *       The page answers a form and is kept nowhere. Whoever comes back gets the form, empty.
 *
 *   <template data-session-warning data-sign-in="/inloggen">
 *     <div>… <button type="button" data-session-extend>…</button> <p data-session-failed hidden>…</p></div>
 *   </template>
 *       Only on pages of someone who is signed in. Shown after 13 minutes; after 15 the page is gone.
 *
 *   <html data-offline="/meenemen.json">
 *       On public pages: they are kept by static/offline.js, to be read without internet.
 */
{
	const MINUTE = 60_000;
	const SHIFT_WITHIN = 2_000;
	/** How long the page waits for the server before it goes anyway, in milliseconds. */
	const LEAVE_WITHIN = 700;

	const root = document.documentElement;
	const exitForm = document.querySelector('form[data-exit-form]');
	const exitAddress = exitForm?.getAttribute('action') ?? '/weg';
	/** Other pages of the portal in this browser. */
	const others = 'BroadcastChannel' in window ? new BroadcastChannel('pages') : null;

	let leaving = false;

	const hide = () => root.style.setProperty('display', 'none', 'important');

	/** Nothing of the page is left, in what is shown, in what was typed or in what is running. */
	const empty = () => {
		leaving = true;
		hide();
		window.stop();
		window.speechSynthesis?.cancel();
		document.body.replaceChildren();
	};

	const forgetStored = () => {
		window.dispatchEvent(new Event('forget'));
		const ignored = () => {};
		try {
			sessionStorage.clear();
			localStorage.clear();
			navigator.serviceWorker.getRegistrations().then(
				(all) =>
					all.forEach((one) => {
						one.active?.postMessage('forget');
						one.unregister();
					}),
				ignored
			);
			caches.keys().then((names) => names.forEach((name) => caches.delete(name)), ignored);
			indexedDB
				.databases()
				.then(
					(kept) => kept.forEach(({ name }) => name && indexedDB.deleteDatabase(name)),
					ignored
				);
		} catch {
			// A browser that keeps nothing for us refuses to be asked.
		}
	};

	const exit = () => {
		if (leaving) return;
		empty();
		others?.postMessage('exit');
		const answered = fetch(exitAddress, {
			method: 'POST',
			keepalive: true,
			redirect: 'manual',
			headers: { accept: 'application/json' }
		});
		forgetStored();
		const waited = new Promise((done) => setTimeout(done, LEAVE_WITHIN));
		const go = () => location.replace(exitAddress);
		Promise.race([answered, waited]).then(go, go);
	};

	/** @param {string} address */
	const leaveFor = (address) => {
		if (leaving) return;
		empty();
		location.replace(address);
	};

	document.addEventListener('submit', (event) => {
		const form = /** @type {HTMLFormElement} */ (event.target);
		if (form.action.endsWith('/afmelden')) {
			others?.postMessage('forget');
			forgetStored();
		}
		if (form !== exitForm) return;
		event.preventDefault();
		exit();
	});

	/** @type {number[]} */
	let shifts = [];
	let alone = false;
	const notAlone = () => {
		alone = false;
		shifts = [];
	};
	// Counted when it is let go, so that a capital letter or a click with Shift is not one.
	const pressed = (/** @type {KeyboardEvent} */ { key }) =>
		key === 'Shift' ? (alone = true) : notAlone();
	const released = (/** @type {KeyboardEvent} */ { key, timeStamp }) => {
		if (key !== 'Shift' || !alone) return;
		alone = false;
		shifts = [...shifts.slice(-2), timeStamp];
		if (shifts.length === 3 && timeStamp - (shifts[0] ?? 0) <= SHIFT_WITHIN) exit();
	};
	document.addEventListener('keydown', pressed, true);
	document.addEventListener('keyup', released, true);
	document.addEventListener('pointerdown', notAlone, true);

	// A page that the browser kept to show again: hidden before it is kept, and asked anew.
	window.addEventListener('pagehide', ({ persisted }) => persisted && hide());
	window.addEventListener('pageshow', ({ persisted }) => {
		if (!persisted) return;
		hide();
		location.reload();
	});

	/** @param {HTMLTemplateElement} template */
	const watchSession = (template) => {
		const signIn = template.dataset.signIn ?? '/inloggen';
		const region = document.createElement('div');
		region.setAttribute('role', 'status');
		document.body.append(region);

		let endsAt = 0;
		/** @type {Element | null} */
		let typedIn = null;

		const begin = () => {
			endsAt = Date.now() + 15 * MINUTE;
			region.replaceChildren();
		};
		const check = () => {
			const left = endsAt - Date.now();
			if (left <= 0) return leaveFor(signIn);
			if (left > 2 * MINUTE || region.hasChildNodes()) return;
			typedIn = document.activeElement;
			region.append(template.content.cloneNode(true));
		};
		const extend = async () => {
			const answer = await fetch('/sessie/verlengen', {
				method: 'POST',
				keepalive: true,
				redirect: 'manual'
			}).catch(() => null);
			if (answer?.status === 204) {
				begin();
				others?.postMessage('active');
				if (typedIn instanceof HTMLElement) typedIn.focus();
			} else if (answer?.status === 401 || answer?.type === 'opaqueredirect') {
				leaveFor(signIn);
			} else {
				region.querySelector('[data-session-failed]')?.removeAttribute('hidden');
			}
		};

		region.addEventListener('click', ({ target }) => {
			if (target instanceof Element && target.closest('[data-session-extend]')) extend();
		});
		others?.addEventListener('message', ({ data }) => data === 'active' && begin());
		others?.postMessage('active');
		begin();
		setInterval(check, 1_000);
		document.addEventListener('visibilitychange', check);
	};

	// The browser forgets what was sent, so that Back does not ask to send it again.
	if (document.querySelector('[data-not-kept]')) history.replaceState(null, '', location.href);
	/** The version of the build, as it stands behind the address of this script. */
	const build = document.currentScript?.getAttribute('src')?.split('?')[1] ?? '';

	/** Keeps the public pages of this language in the browser. Whoever saves data keeps nothing. */
	const takeAlong = () => {
		const { offline: along, text = '' } = root.dataset;
		const { connection, serviceWorker } = /** @type {any} */ (navigator);
		if (!along || !serviceWorker || leaving || connection?.saveData) return;
		const trusted = /** @type {any} */ (window).trustedTypes?.createPolicy('own-worker', {
			createScriptURL: () => '/offline.js'
		});
		const ready = serviceWorker
			.register(trusted?.createScriptURL('') ?? '/offline.js')
			.then(() => serviceWorker.ready);
		ready.then(
			(/** @type {ServiceWorkerRegistration} */ { active }) =>
				leaving || active?.postMessage({ along, build, text }),
			() => {}
		);
	};
	window.addEventListener('load', takeAlong);

	others?.addEventListener('message', ({ data }) => {
		// What another page of this browser still holds would otherwise be written down again.
		if (data === 'exit' || data === 'forget') window.dispatchEvent(new Event('forget'));
		if (data === 'exit') leaveFor(exitAddress);
	});
	const warning = document.querySelector('template[data-session-warning]');
	if (warning instanceof HTMLTemplateElement) watchSession(warning);
}
