const ROWS = Number(process.env.BENCH_ROWS ?? '100');

/** As many rows of text as make the html as long as the plan page's. */
export const load = () => ({
	rows: Array.from({ length: ROWS }, (_, index) => ({
		title: `Stap ${index}`,
		words: 'Woorden van het gezin over wat er moet gebeuren.',
		who: 'Vader'
	}))
});
