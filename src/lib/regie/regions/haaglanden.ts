import { RegionConfiguration, type RegieInKader } from '../model.ts';

/** The municipality appoints somebody, when there are risks for growing up safely. */
const appointed: RegieInKader = {
	holder: 'gemeente',
	word: 'procesregisseur',
	onlyWithRisks: true,
	safety: null,
	involved: [],
	source: 'S003:667-670'
};

/** The local team keeps control of the process; for what safety needs the GI is finally responsible. */
const localTeam: RegieInKader = {
	holder: 'lokaal_team',
	word: 'procesregisseur',
	onlyWithRisks: false,
	safety: 'gi',
	involved: ['gi'],
	source: 'S003:271-278, S003:672-681'
};

/** Haaglanden, from its note of 2017. */
export const haaglanden = RegionConfiguration.parse({
	id: 'haaglanden',
	paper: { name: 'Notitie Haaglanden', year: 2017 },
	kaders: {
		vrijwillig: appointed,
		intensief_vrijwillig: appointed,
		onderzoek: null,
		// A provisional order is a supervision order; a placement is a court's leave within one (BW 1:257, 1:265a).
		voorlopige_ots: localTeam,
		ots: localTeam,
		uithuisplaatsing: localTeam,
		voogdij: null,
		jeugdreclassering: localTeam,
		gesloten: null
	}
});
