/**
 * The marks that tell people of a family apart at a glance: a shape and a colour together, never
 * colour alone. Paths in a square of 24.
 */
export const SHAPES = [
	// Circle, square, triangle, star, drop, leaf.
	'M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20z',
	'M5.5 3h13A2.5 2.5 0 0 1 21 5.5v13a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 18.5v-13A2.5 2.5 0 0 1 5.5 3z',
	'M10.2 3.1a2 2 0 0 1 3.6 0l8 15A2 2 0 0 1 20 21H4a2 2 0 0 1-1.8-2.9z',
	'M12 1.5l3.2 6.8 7.3 1-5.3 5.2 1.3 7.4L12 18.3l-6.5 3.6 1.3-7.4L1.5 9.3l7.3-1z',
	'M12 1.5c4.5 5 7.5 8.7 7.5 12.7a7.5 7.5 0 0 1-15 0c0-4 3-7.7 7.5-12.7z',
	'M3 3h8a10 10 0 0 1 10 10v8h-8A10 10 0 0 1 3 11z'
] as const;

const COLOURS = 6;

/**
 * The mark at a place in the row of magnets. Past the sixth person the shapes come back, each in
 * another colour than before.
 * @returns the shape as an SVG path and by its number, and the number of the colour, from 1 to 6
 */
export const magnetOf = (
	index: number
): { readonly shape: string; readonly number: number; readonly colour: number } => ({
	shape: SHAPES[index % SHAPES.length] ?? SHAPES[0],
	number: index % SHAPES.length,
	colour: ((index + Math.floor(index / SHAPES.length)) % COLOURS) + 1
});
