// @ts-check
'use strict';
/*
 * Lets people be moved in the picture of circles, by finger, mouse or keys. Each person has a hidden
 * form that says where they stand; it is sent when somebody is let go, or at Enter.
 *
 *   <svg data-circle>
 *     <circle data-circle-ring="dicht|gewoon|ver" r="…">
 *     <g data-circle-entry="ID" data-circle-at="…" data-circle-angle="…" data-circle-name="…">
 *   </svg>
 *   <p data-circle-hint hidden>how to move</p>
 *   <form data-circle-form="ID" hidden>…circle, angle</form>
 */
{
	const MIDDLE = 160;
	const ORDER = ['dicht', 'gewoon', 'ver'];
	/** @type {Record<string, number>} */
	const AT = { dicht: 40, gewoon: 82, ver: 130 };
	const EDGES = [61, 106];
	const picture = /** @type {SVGSVGElement | null} */ (document.querySelector('[data-circle]'));

	/** @param {SVGGElement} person */
	const place = (person) => {
		const { circleAt = 'gewoon', circleAngle = '0' } = person.dataset;
		const turn = (Number(circleAngle) / 180) * Math.PI;
		const away = AT[circleAt] ?? 82;
		const x = MIDDLE + away * Math.cos(turn);
		const y = MIDDLE + away * Math.sin(turn);
		person.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
	};

	/** @param {SVGGElement} person */
	const send = (person) => {
		const form = /** @type {HTMLFormElement | null} */ (
			document.querySelector(`[data-circle-form="${person.dataset.circleEntry}"]`)
		);
		const field = (/** @type {string} */ name) =>
			/** @type {HTMLInputElement | null | undefined} */ (form?.elements.namedItem(name));
		const [circle, angle] = [field('circle'), field('angle')];
		if (!form || !circle || !angle) return;
		circle.value = person.dataset.circleAt ?? 'gewoon';
		angle.value = person.dataset.circleAngle ?? '0';
		form.requestSubmit();
	};

	/** @param {SVGGElement} person @param {PointerEvent} event */
	const follow = (person, event) => {
		const matrix = picture?.getScreenCTM()?.inverse();
		if (!matrix) return;
		const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
		const [across, down] = [x - MIDDLE, y - MIDDLE];
		const away = Math.hypot(across, down);
		const edge = EDGES.findIndex((one) => away < one);
		const angle = Math.round((Math.atan2(down, across) / Math.PI) * 180);
		person.dataset.circleAt = ORDER[edge < 0 ? 2 : edge] ?? 'ver';
		person.dataset.circleAngle = String((angle + 360) % 360);
		place(person);
	};

	/** @param {SVGGElement} person @param {KeyboardEvent} event */
	const step = (person, event) => {
		const ring = ORDER.indexOf(person.dataset.circleAt ?? 'gewoon');
		const angle = Number(person.dataset.circleAngle ?? 0);
		/** @type {Record<string, [number, number]>} */
		const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -15], ArrowRight: [0, 15] };
		const move = moves[event.key];
		if (event.key === 'Enter' || event.key === ' ') send(person);
		else if (move) {
			person.dataset.circleAt = ORDER[Math.min(2, Math.max(0, ring + move[0]))] ?? 'gewoon';
			person.dataset.circleAngle = String((angle + move[1] + 360) % 360);
			place(person);
		} else return;
		event.preventDefault();
	};

	if (picture) {
		picture.setAttribute('role', 'group');
		document.querySelector('[data-circle-hint]')?.removeAttribute('hidden');
		for (const found of picture.querySelectorAll('[data-circle-entry]')) {
			const person = /** @type {SVGGElement} */ (found);
			person.setAttribute('tabindex', '0');
			person.setAttribute('role', 'button');
			person.setAttribute('aria-label', person.dataset.circleName ?? '');
			let moved = false;
			person.addEventListener('keydown', (event) => step(person, event));
			person.addEventListener('pointerdown', (event) => {
				moved = false;
				person.setPointerCapture(event.pointerId);
			});
			person.addEventListener('pointermove', (event) => {
				if (!person.hasPointerCapture(event.pointerId)) return;
				moved = true;
				follow(person, event);
			});
			person.addEventListener('pointerup', () => {
				if (moved) send(person);
			});
		}
	}
}
