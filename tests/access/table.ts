/**
 * Who may come through a door at all. What they then may see or do is the policy's to say.
 * - `open`: everyone, also without an account;
 * - `signed-in`: every person with a session;
 * - `family`: people who stand in a relation to the family of the page;
 * - `professional`: staff, with a second factor;
 * - `demo`: everyone, only where `DEMO=1`, else "not found";
 * - `machine`: another system with its own key, never a cookie.
 */
export type Who = 'open' | 'signed-in' | 'family' | 'professional' | 'demo' | 'machine';

/**
 * One door. With `direct`, the reason why it does not go through `page`, `privatePage`, `formAction`
 * or `privateAction` of `#lib/server/http.ts`.
 */
export type Door = Who | { readonly who: Who; readonly direct: string };

/**
 * Every entry point under `src/routes`, and each door in it:
 * - a page without server code: `page`;
 * - a load: `load`;
 * - an action: `action NAME` (`action default`);
 * - an endpoint: its verb, such as `GET`;
 * - a remote function: its name.
 */
export const ACCESS: Readonly<Record<string, Readonly<Record<string, Door>>>> = {
	'+page.svelte': { page: 'open' }
};
