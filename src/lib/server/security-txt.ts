/** Renewed by hand at least once a year, after checking that somebody reads the contact address. */
export const SECURITY_TXT_EXPIRES = '2027-11-01T00:00:00Z';

/** RFC 9116: where someone reports a weak spot. */
export const securityTxt = (contact: string, origin: string): string =>
	[
		`Contact: ${contact}`,
		`Expires: ${SECURITY_TXT_EXPIRES}`,
		'Preferred-Languages: nl, en',
		`Canonical: ${origin}/.well-known/security.txt`,
		''
	].join('\n');
