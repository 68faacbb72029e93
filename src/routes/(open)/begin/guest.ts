import type { RequestEvent } from '@sveltejs/kit';
import { GUEST_COOKIE } from '#lib/server/http.ts';

/** What this browser holds of words without an account; null when it never began. */
export const guestToken = ({ cookies }: Pick<RequestEvent, 'cookies'>): string | null =>
	cookies.get(GUEST_COOKIE) ?? null;
