const MINUTE = 60_000;

/** How long after each failed try the next one comes (security 6). After the last, a mail is dead. */
export const RETRY_MINUTES = [1, 5, 30, 2 * 60, 12 * 60] as const;

export const MOST_ATTEMPTS = RETRY_MINUTES.length + 1;

/**
 * When a mail is tried again if the try that starts now does not succeed. The last try has no next
 * one; its row stays claimed for as long as the longest wait.
 * @param attempts how many tries there were, the one that starts now included
 */
export function dueAfter(attempts: number, at: Date): Date {
	const minutes = RETRY_MINUTES[Math.min(attempts, RETRY_MINUTES.length) - 1] ?? RETRY_MINUTES[0];
	return new Date(at.getTime() + minutes * MINUTE);
}
