/** What somebody typed in fields of one page and did not send yet, by field. */
type Drafts = Record<string, string>;

const prefix = 'wijkstem.draft.';
/** How notes on codings were once kept, for whoever used the tab. */
const formerPrefix = 'wijkstem.memo.';
/** Longer is no note but a pasted interview, and interviews are not kept in a browser; in UTF-16 units. */
const longest = 10_000;
/**
 * Pages whose fields are not kept here: passwords and addresses, transcripts, and pages that keep their own drafts. What
 * a person tells about an interview on such a page is kept where `data-draft="yes"` stands.
 */
const excluded = /^\/(login|setup|invitation|account|logout)(\/|$)|^\/projects\/[^/]+\/(sources|codebook)(\/|$)/;

type TextField = HTMLInputElement | HTMLTextAreaElement;
const textTypes = ['text', 'search', 'number', 'date', 'url'];

/** Whether what is typed here may be kept: a line or a text of a form that will be sent. */
const isKept = (element: EventTarget | null): element is TextField => {
	if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return false;
	if (element instanceof HTMLInputElement && !textTypes.includes(element.type)) return false;
	return element.name !== '' && element.form?.method === 'post' && element.closest('[data-draft="no"]') === null;
};

/** A field of a page: its form, what the form is about (its hidden fields), and its name. */
const keyOf = (field: TextField): string => {
	const { form } = field;
	if (!form) return field.name;
	const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(
		({ name, value }) => `${name}=${value}`
	);
	const place = [...form.elements].filter((other) => 'name' in other && other.name === field.name).indexOf(field);
	return JSON.stringify([form.getAttribute('action') ?? '', ...hidden, field.name, place]);
};

/** Forgets everything that was kept in this tab, as when somebody signs out. */
export const forgetAllDrafts = (storage: Storage): void => {
	for (const key of Object.keys(storage))
		if (key.startsWith(prefix) || key.startsWith(formerPrefix)) storage.removeItem(key);
};

/**
 * Keeps what is typed and not yet sent in this tab, so that the end of a session loses nothing: after signing in it is
 * put back. It goes when the form is sent, when one moves
 * on, and when the tab closes. Never in an address, and never a
 * password or a transcript.
 */
export class KeptDrafts {
	readonly #document: Document;
	readonly #storage: Storage;
	readonly #path: () => string;
	/** how what this person typed is kept in the tab: another who uses it after does not see that */
	readonly #prefix: string;
	readonly #touched = new Set<TextField>();
	#observer: MutationObserver | null = null;
	/** of the forms that were sent last: needed again when that led to the page to sign in on */
	#sentDrafts: { readonly path: string; readonly drafts: Drafts } | null = null;

	constructor(document: Document, storage: Storage, path: () => string, userId: string) {
		this.#prefix = `${prefix}form.${userId}.`;
		this.#document = document;
		this.#storage = storage;
		this.#path = path;
		document.addEventListener('input', this.#typed, true);
		document.addEventListener('submit', this.#sent);
		document.defaultView?.addEventListener('pagehide', this.#leave);
	}

	/** Stops listening; what is kept stays. */
	stop(): void {
		this.#document.removeEventListener('input', this.#typed, true);
		this.#document.removeEventListener('submit', this.#sent);
		this.#document.defaultView?.removeEventListener('pagehide', this.#leave);
		this.#observer?.disconnect();
		if (this.#path() === '/login') this.#putBack();
	}

	/** Another page: what was typed on the former one is given up, unless it is the page to sign in on. */
	moved(from: string | null, to: string): void {
		this.#touched.clear();
		if (to === '/login') this.#putBack();
		if (from !== null && from !== to && to !== '/login') this.#storage.removeItem(this.#prefix + from);
	}

	/** Puts back what was typed before the session ended; fields that are not there yet get it when they come. */
	restore(): 'nothing' | 'restored' | 'waiting' {
		const path = this.#path();
		const drafts = this.#read(path);
		if (Object.keys(drafts).length === 0) return 'nothing';
		const fill = () => {
			for (const field of this.#document.querySelectorAll<TextField>('form :is(input, textarea)')) {
				if (!isKept(field)) continue;
				const key = keyOf(field);
				const kept = drafts[key];
				if (kept === undefined) continue;
				delete drafts[key];
				field.value = kept;
				field.dispatchEvent(new Event('input', { bubbles: true }));
			}
			return Object.keys(drafts).length === 0;
		};
		if (fill()) return 'restored';
		this.#observer = new MutationObserver(() => {
			if (this.#path() !== path || fill()) this.#observer?.disconnect();
		});
		this.#observer.observe(this.#document.body, { childList: true, subtree: true });
		return 'waiting';
	}

	#typed = ({ target }: Event): void => {
		const path = this.#path();
		if (!isKept(target) || (excluded.test(path) && target.closest('[data-draft="yes"]') === null)) return;
		this.#touched.add(target);
		const drafts = this.#read(path);
		if (target.value === '' || target.value.length > longest) delete drafts[keyOf(target)];
		else drafts[keyOf(target)] = target.value;
		this.#keep(path, drafts);
	};

	/** A form that was sent needs no draft any more. */
	#sent = ({ target }: Event): void => {
		const path = this.#path();
		const sent: Drafts = {};
		const drafts = this.#read(path);
		for (const field of this.#touched) {
			if (field.form !== target) continue;
			const key = keyOf(field);
			const draft = drafts[key];
			if (draft !== undefined) sent[key] = draft;
			delete drafts[key];
		}
		this.#sentDrafts = { path, drafts: sent };
		this.#keep(path, drafts);
	};

	#putBack(): void {
		if (this.#sentDrafts === null) return;
		const { path, drafts } = this.#sentDrafts;
		this.#keep(path, { ...this.#read(path), ...drafts });
		this.#sentDrafts = null;
	}

	/** The page goes: what stood in a dialog that was closed before, was given up. */
	#leave = (): void => {
		const path = this.#path();
		const drafts = this.#read(path);
		if (Object.keys(drafts).length === 0 || this.#touched.size === 0) return;
		const kept = [...this.#touched].filter(({ isConnected }) => isConnected).map(keyOf);
		this.#keep(path, Object.fromEntries(Object.entries(drafts).filter(([key]) => kept.includes(key))));
	};

	#read(path: string): Drafts {
		try {
			const kept: unknown = JSON.parse(this.#storage.getItem(this.#prefix + path) ?? '{}');
			if (typeof kept !== 'object' || kept === null) return {};
			return Object.fromEntries(
				Object.entries(kept).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
			);
		} catch {
			return {};
		}
	}

	#keep(path: string, drafts: Drafts): void {
		if (Object.keys(drafts).length === 0) this.#storage.removeItem(this.#prefix + path);
		else
			try {
				this.#storage.setItem(this.#prefix + path, JSON.stringify(drafts));
			} catch {
				// Without storage the text is still in its field.
			}
	}
}
