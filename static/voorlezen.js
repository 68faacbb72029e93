// @ts-check
'use strict';
/*
 * Reads parts of a page aloud, with the browser's own voices. The page gives the words:
 *
 *   <template data-read-aloud><div>
 *     <button data-listen>…</button> <button data-pause hidden>…</button>
 *     <button data-onward hidden>…</button> <button data-stop hidden>…</button>
 *     <label data-pace hidden>… <select data-speed>slow|normal|fast</select></label>
 *   </div></template>
 *   <section data-read>…</section>
 *
 * Only voices of this device, in the language of the part: others send the text to their maker. Without
 * such a voice nothing is shown.
 */
{
	const template = document.querySelector('template[data-read-aloud]');
	const speech = window.speechSynthesis;

	/** @type {Record<string, number>} */
	const RATES = { slow: 0.7, normal: 0.9, fast: 1.2 };
	const COOKIE = '__Host-weergave';
	const YEAR = 365 * 24 * 60 * 60;

	const kept = () =>
		document.cookie
			.split('; ')
			.find((one) => one.startsWith(`${COOKIE}=`))
			?.slice(COOKIE.length + 1)
			.split('.') ?? [];

	let speed = kept()[1] ?? 'normal';

	/** @param {string} chosen */
	const keepSpeed = (chosen) => {
		speed = chosen;
		const [text = 'normal'] = kept();
		document.cookie = `${COOKIE}=${text}.${speed}; path=/; max-age=${YEAR}; secure; samesite=lax`;
	};

	/** @param {Element} part */
	const languageOf = (part) =>
		part.closest('[lang]')?.getAttribute('lang')?.slice(0, 2).toLowerCase() ?? '';

	/** @param {string} language */
	const voiceFor = (language) =>
		speech
			.getVoices()
			.find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(language));

	// A word that opens stands within its line, with its explanation.
	const OWN_LINE =
		'p, [role=paragraph], li, h1, h2, h3, h4, dt, dd, td, th, :not(.word) > summary, label';

	/** What can be seen of a part, in pieces that a voice does not break off. @param {Element} part */
	const sentencesOf = (part) => {
		/** @type {Map<Element, string>} */
		const lines = new Map();
		const walk = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) {
			const { parentElement: holder, nodeValue } = walk.currentNode;
			if (!holder?.checkVisibility() || holder.closest('.visually-hidden, [data-player]')) continue;
			const line = holder.closest(OWN_LINE) ?? part;
			lines.set(line, (lines.get(line) ?? '') + nodeValue);
		}
		return [...lines.values()]
			.flatMap((line) => line.replace(/\s+/g, ' ').split(/(?<=[.?:;]) (?=\p{Lu})/u))
			.map((sentence) => sentence.trim())
			.filter(Boolean);
	};

	/** Stops what is being read; one part at a time. */
	let stop = () => {};

	/** @param {Element} part @param {HTMLTemplateElement} from */
	const prepare = (part, from) => {
		const player = from.content.firstElementChild?.cloneNode(true);
		if (!(player instanceof HTMLElement)) return;
		player.dataset.player = '';
		// Where the part begins, and after its heading: the rest keeps its place.
		part.firstElementChild?.after(player);
		/** @param {string} mark */
		const piece = (mark) => /** @type {HTMLElement} */ (player.querySelector(`[data-${mark}]`));
		const [listen, pause, onward, end] = ['listen', 'pause', 'onward', 'stop'].map(piece);
		const pace = player.querySelector('select');

		/** @type {string[]} */
		let sentences = [];
		let at = 0;
		/** Counts up at every start and stop: what an earlier voice still reports is old. */
		let turn = 0;

		/** @param {'silent' | 'reading' | 'paused'} state @param {HTMLElement} [focus] */
		const show = (state, focus) => {
			part.toggleAttribute('data-reading', state !== 'silent');
			listen?.toggleAttribute('hidden', state !== 'silent');
			pause?.toggleAttribute('hidden', state !== 'reading');
			onward?.toggleAttribute('hidden', state !== 'paused');
			end?.toggleAttribute('hidden', state === 'silent');
			piece('pace').toggleAttribute('hidden', state === 'silent');
			focus?.focus();
		};
		const silence = () => {
			turn += 1;
			speech.cancel();
		};
		const finish = () => {
			silence();
			const inside = player.contains(document.activeElement);
			show('silent', inside ? listen : undefined);
		};
		const speak = () => {
			const mine = (turn += 1);
			const voice = voiceFor(languageOf(part));
			const sentence = sentences[at];
			if (!voice || sentence === undefined || !part.isConnected) return finish();
			const said = new SpeechSynthesisUtterance(sentence);
			said.voice = voice;
			said.lang = voice.lang;
			said.rate = RATES[speed] ?? 1;
			said.onend = said.onerror = () => {
				if (mine !== turn) return;
				at += 1;
				speak();
			};
			speech.speak(said);
		};

		listen?.addEventListener('click', () => {
			stop();
			stop = finish;
			sentences = sentencesOf(part);
			at = 0;
			if (pace) pace.value = speed;
			show('reading', pause);
			speak();
		});
		// Not the browser's own pause: on many phones it never goes on again.
		pause?.addEventListener('click', () => {
			silence();
			show('paused', onward);
		});
		onward?.addEventListener('click', () => {
			show('reading', pause);
			speak();
		});
		end?.addEventListener('click', finish);
		pace?.addEventListener('change', () => {
			keepSpeed(pace.value);
			if (!onward?.hidden) return;
			silence();
			speak();
		});
	};

	/** Voices can come long after the page. */
	const prepareAll = () => {
		if (!(template instanceof HTMLTemplateElement)) return;
		for (const part of document.querySelectorAll('[data-read]')) {
			const player = part.querySelector(':scope > [data-player]');
			const voice = voiceFor(languageOf(part));
			if (voice && !player) prepare(part, template);
			player?.toggleAttribute('hidden', !voice);
		}
	};

	if (speech && template) {
		prepareAll();
		speech.addEventListener?.('voiceschanged', prepareAll);
		window.addEventListener('pagehide', () => stop());
	}
}
