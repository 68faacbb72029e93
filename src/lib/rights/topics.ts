/** What the articles are about, in the order of the list. Slugs are neutral: an address stays behind. */
export const THEMES = [
	{
		key: 'help',
		slugs: [
			'vrijwillige-hulp',
			'hulp-met-druk',
			'toestemming',
			'wie-regelt-het',
			'eigen-plan',
			'het-plan'
		]
	},
	{ key: 'worry', slugs: ['groot-gesprek', 'onderzoek', 'meteen'] },
	{
		key: 'judge',
		slugs: [
			'meekijken',
			'eerste-gesprek',
			'brief-met-opdracht',
			'onenigheid',
			'praten-met-de-rechter',
			'hogere-rechter',
			'hoe-het-stopt'
		]
	},
	{
		key: 'living',
		slugs: [
			'wonen-met-ja',
			'ergens-anders-wonen',
			'contact',
			'wie-beslist',
			'iemand-anders-beslist',
			'begeleiding',
			'verblijf'
		]
	},
	{
		key: 'papers',
		slugs: [
			'wat-er-bewaard-wordt',
			'fouten-verbeteren',
			'wie-mag-wat-weten',
			'informatie',
			'klacht'
		]
	},
	{ key: 'beside', slugs: ['iemand-naast-u', 'vertrouwenspersoon', 'advocaat'] },
	{ key: 'later', slugs: ['vanaf-16'] }
] as const;

export type ThemeKey = (typeof THEMES)[number]['key'];
export type TopicSlug = (typeof THEMES)[number]['slugs'][number];

export const TOPICS: readonly TopicSlug[] = THEMES.flatMap<TopicSlug>(({ slugs }) => slugs);
