import { RegionConfiguration, type RegieInKader } from '../model.ts';

const localTeam: RegieInKader = {
	holder: 'lokaal_team',
	word: 'casusregisseur',
	onlyWithRisks: false,
	safety: null,
	involved: [],
	source: 'S002:843-848'
};

/** The regie moves to the GI; the local team stays involved. */
const gi: RegieInKader = {
	holder: 'gi',
	word: 'casusregisseur',
	onlyWithRisks: false,
	safety: null,
	involved: ['lokaal_team'],
	source: 'S002:866-877'
};

/** Rijnmond, from its vision of 2020. */
export const rijnmond = RegionConfiguration.parse({
	id: 'rijnmond',
	paper: { name: 'Regiovisie Rijnmond', year: 2020 },
	kaders: {
		vrijwillig: localTeam,
		intensief_vrijwillig: localTeam,
		onderzoek: null,
		// A provisional order is a supervision order; a placement is a court's leave within one (BW 1:257, 1:265a).
		voorlopige_ots: gi,
		ots: gi,
		uithuisplaatsing: gi,
		voogdij: null,
		jeugdreclassering: gi,
		gesloten: null
	}
});
