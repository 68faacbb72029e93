import { defineParams } from '@sveltejs/kit/params';
import { AUDIENCES } from '#lib/rights/article.model.ts';

export const params = defineParams({
	/** Only matches while the portal runs as a demo: otherwise the address does not exist at all. */
	demo: (text: string) =>
		text === 'aanmelden' && globalThis.process?.env.DEMO === '1' ? text : undefined,
	/** Whom the open form asks. */
	asked: (text: string) => (text === 'youth' || text === 'parent' ? text : undefined),
	/** To whom articles about rights speak. */
	audience: (text: string) => AUDIENCES.find((audience) => audience === text)
});
