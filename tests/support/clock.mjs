// node --import ./tests/support/clock.mjs …: the process lives on the day of the sample families, so
// that what a journey reads stays true. It only sets the moment at which the clock starts.
const later = Date.parse(process.env.STARTS_AT ?? '2026-11-22T12:00:00Z') - Date.now();
const Real = Date;

globalThis.Date = class extends Real {
	/** @param {unknown[]} given */
	constructor(...given) {
		// @ts-expect-error Date has as many shapes as there are ways to give a moment.
		super(...(given.length > 0 ? given : [Real.now() + later]));
	}
	static now() {
		return Real.now() + later;
	}
};
