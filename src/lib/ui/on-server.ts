/**
 * Page data that is only for rendering on the server. Kit serialises everything a load returns, also
 * for pages without client code; wrapped in this class, nothing of it leaves except as html.
 */
export class OnServer<T> {
	readonly view: T;
	constructor(view: T) {
		this.view = view;
	}
}
