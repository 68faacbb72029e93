// node --import ./tests/support/clock.ts …: the process lives on the day of the sample families, so
// that what a journey reads stays true. It only sets the moment at which the clock starts.
const later = Date.parse(process.env.CLOCK_AT ?? '2026-11-22T12:00:00Z') - Date.now();

globalThis.Date = new Proxy(Date, {
	construct: (Real, given: [], target) =>
		Reflect.construct(Real, given.length > 0 ? given : [Real.now() + later], target) as object,
	get: (Real, name, self) =>
		name === 'now' ? () => Real.now() + later : (Reflect.get(Real, name, self) as unknown)
});
