/** The invented families of the demo, in the order in which they are read. */
export const FAMILIES = ['piet', 'twee-huizen', 'zestien', 'drang', 'regio'].map(
	(name) => `samples/${name}.json`
);
