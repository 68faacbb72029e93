const SHAPES = [
	// A town or a mobile: ten digits.
	/^0[1-79]\d{8}$/,
	/^08[58]\d{7}$/,
	// Free or paid numbers of the country.
	/^0[89]00\d{4,7}$/,
	// The number of a municipality, and abroad.
	/^14\d{3,5}$/,
	/^\+31[1-9]\d{8}$/,
	/^11[23]$/
];

/** Whether a text has the shape of a Dutch telephone number; nobody calls it. */
export function isPhone(text: string): boolean {
	if (!/^\+?[\d\s()-]+$/.test(text)) return false;
	const digits = text.replace(/[\s()-]/g, '');
	return SHAPES.some((shape) => shape.test(digits));
}

/** Whether a text is the name of a site, with or without a page of it: no way to anything else. */
export const isSite = (text: string): boolean =>
	/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(\/[\w./%-]*)?$/i.test(text);
