import settings from '../../../messages/project.inlang/settings.json' with { type: 'json' };

/** The languages of the portal. A catalogue with `-x-` holds what one of them says otherwise to some readers. */
export const LANGUAGES = settings.locales.filter((locale) => !locale.includes('-x-'));
