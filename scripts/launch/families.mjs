/** The invented families of the demo, in the order in which they are read. */
export const FAMILIES = ['piet', 'twee-huizen', 'zestien', 'drang', 'regio'].map(
	(name) => `samples/${name}.json`
);

/** The help of the demo's regions, invented too, and who keeps it: person and region. */
export const REGIONAL_HELP = 'samples/regional-help.json';
export const ADMINISTRATORS = [
	['wijkteam-erik', 'rijnmond'],
	['jeugdteam-karin', 'haaglanden']
];

/** Who sits in the demo's council, and who answers it: person, organisation, seat and invented name. */
export const COUNCIL = [
	['raad-amina', 'wijkteam-rijnmond', 'lid', 'Amina', 'Yilmaz'],
	['raad-kees', 'wijkteam-rijnmond', 'lid', 'Kees', 'Hoekstra'],
	['raad-lien', 'wijkteam-rijnmond', 'lid', 'Lien', 'Pham'],
	['raad-sofie', 'wijkteam-rijnmond', 'lid', 'Sofie', 'Brouwer'],
	['raad-joost', 'wijkteam-rijnmond', 'organisatie', 'Joost', 'Verhoeven']
];
