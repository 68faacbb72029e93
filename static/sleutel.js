// @ts-check
'use strict';
/*
 * Asks the browser for a passkey, on the few pages that need one. The page gives the words and what
 * the browser has to know; the answer goes back in the form.
 *
 *   <form data-passkey="get|create" data-passkey-options="{…}">
 *     <input type="hidden" name="answer">
 *     <div data-passkey-without>what to do without this script, or in a browser without passkeys</div>
 *     <p data-passkey-problem="cancelled|already|cannot" hidden>…</p>
 *     <div data-passkey-with hidden><button>…</button></div>
 *   </form>
 */
{
	/** @param {string} text base64url */
	const bytes = (text) =>
		Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));

	/** @param {ArrayBuffer} buffer */
	const text = (buffer) =>
		btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
			.replace(/\+/g, '-')
			.replace(/\//g, '_')
			.replace(/=+$/, '');

	/** @param {any} options @returns {Promise<Credential | null>} */
	const create = (options) => {
		const excludeCredentials = (options.excludeCredentials ?? []).map((/** @type {any} */ one) => ({
			...one,
			id: bytes(one.id)
		}));
		const user = { ...options.user, id: bytes(options.user.id) };
		const challenge = bytes(options.challenge);
		return navigator.credentials.create({
			publicKey: { ...options, challenge, user, excludeCredentials }
		});
	};

	/** @param {any} options @returns {Promise<Credential | null>} */
	const get = (options) =>
		navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge) } });

	/** @param {PublicKeyCredential} credential */
	const answerOf = ({ id, rawId, type, response, authenticatorAttachment }) => {
		const clientDataJSON = text(response.clientDataJSON);
		const whole = { id, rawId: text(rawId), type, authenticatorAttachment };
		if (response instanceof AuthenticatorAttestationResponse) {
			const attestationObject = text(response.attestationObject);
			const transports = response.getTransports?.() ?? [];
			return { ...whole, response: { clientDataJSON, attestationObject, transports } };
		}
		const { authenticatorData, signature, userHandle } =
			/** @type {AuthenticatorAssertionResponse} */ (response);
		return {
			...whole,
			response: {
				clientDataJSON,
				authenticatorData: text(authenticatorData),
				signature: text(signature),
				userHandle: userHandle && text(userHandle)
			}
		};
	};

	/** @param {unknown} thrown */
	const problemOf = (thrown) => {
		const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
		// Browsers say the same when somebody stopped and when there is no key: they tell no site more.
		if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
		return name === 'InvalidStateError' ? 'already' : 'cannot';
	};

	/** @param {HTMLFormElement} form */
	const prepare = (form) => {
		const field = form.querySelector('input[name="answer"]');
		if (!(field instanceof HTMLInputElement)) return;
		form.querySelector('[data-passkey-without]')?.remove();
		form.querySelector('[data-passkey-with]')?.removeAttribute('hidden');

		/** @param {string} [problem] */
		const tell = (problem) =>
			form.querySelectorAll('[data-passkey-problem]').forEach((words) => {
				words.toggleAttribute('hidden', words.getAttribute('data-passkey-problem') !== problem);
			});

		let busy = false;
		form.addEventListener('submit', async (event) => {
			event.preventDefault();
			if (busy) return;
			busy = true;
			tell();
			try {
				const options = JSON.parse(form.dataset.passkeyOptions ?? '');
				const credential = await (form.dataset.passkey === 'get' ? get : create)(options);
				field.value = JSON.stringify(answerOf(/** @type {PublicKeyCredential} */ (credential)));
				form.submit();
			} catch (thrown) {
				tell(problemOf(thrown));
				busy = false;
			}
		});
	};

	if ('PublicKeyCredential' in window && 'credentials' in navigator) {
		document.querySelectorAll('form[data-passkey]').forEach((form) => {
			if (form instanceof HTMLFormElement) prepare(form);
		});
	}
}
