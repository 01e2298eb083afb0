import type { DecidedAt } from '#lib/domain/coding/coding.ts';
import { personHeader } from '#lib/domain/project/person-header.ts';
import type { Range } from '#lib/domain/text/range.ts';
import { carrierThrough, type VersionStep } from '#lib/domain/text/carry.ts';
import { canonicalEdit, type Operation } from '#lib/domain/text/edit.ts';

export type Stored = {
	id: string;
	sourceId: string;
	version: number;
	start: number;
	end: number;
	quote: string;
	codeId: string;
	coderId: string;
	valences: ('forward' | 'backward' | 'good' | 'improve')[];
	memo: string;
	important: boolean;
	codedAt: string;
	codeSetAt: string;
	decidedAt?: DecidedAt;
	changedAt: string;
};

/** The API as far as the desk uses it, with one table of codings, and a line that can be cut. */
export class DeskServer {
	codings = new Map<string, Stored>();
	removed = new Map<string, Stored>();
	isReachable = true;
	/** who is signed in in this browser */
	signedIn = 'me';
	/** the server has a fault of its own: nothing is carried out */
	isBroken = false;
	/** the answers are held until this is done, though the requests are carried out */
	held: Promise<void> | null = null;
	/** the answer of the next request gets lost, though it is carried out */
	losesAnswer = false;
	/** the server does not say where passages went */
	isClosed = false;
	/** what made each next version of the text */
	readonly steps: VersionStep[] = [];
	/** codings that a colleague wrote something about */
	readonly noted = new Set<string>();
	/** which codings went into which one, as was asked */
	readonly united: (readonly [string, string | null])[] = [];
	/** which codings got another code, and whether that took something back */
	readonly recoded: (readonly [string, boolean])[] = [];
	/** codes that went from the codebook */
	readonly goneCodes = new Set<string>();
	#clock = 0;
	requests = 0;
	/** desks of other tests go on trying: only those of this project are answered */
	readonly #projectId: string;

	constructor(projectId: string) {
		this.#projectId = projectId;
	}

	/** Done once the desks ask nothing more; on a busy machine an answer is heard late, also of which desks are open. */
	async settled(): Promise<void> {
		let seen = -1;
		while (seen !== this.requests) {
			seen = this.requests;
			await navigator.locks.query();
			await new Promise((resolve) => setTimeout(resolve, 30));
		}
	}

	get version(): number {
		return this.steps.length + 1;
	}

	/** Makes the next version of the text, with its codings carried along. */
	edit(...operations: readonly Operation[]): void {
		const step = { edit: canonicalEdit(operations), keepsReplaced: false };
		this.steps.push(step);
		const carry = carrierThrough([step]);
		for (const codings of [this.codings, this.removed])
			for (const [id, coding] of codings) {
				const carried = carry(coding);
				if (carried.kind === 'orphaned') codings.delete(id);
				else codings.set(id, { ...coding, ...carried.range, version: this.version });
			}
	}

	readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		if (!String(input).includes(`/projects/${this.#projectId}/`)) return new Promise(() => {});
		this.requests += 1;
		if (!this.isReachable) throw new TypeError('Failed to fetch');
		const said = new Headers(init?.headers).get(personHeader);
		if (said !== null && said !== this.signedIn) {
			const problems = [{ code: 'person-other', message: 'person-other' }];
			return Response.json({ status: 409, detail: 'person-other', problems }, { status: 409 });
		}
		const answer = this.#answer(init?.method ?? 'GET', String(input), JSON.parse(String(init?.body ?? '{}')));
		if (this.held) await this.held;
		if (this.losesAnswer) {
			this.losesAnswer = false;
			throw new TypeError('Failed to fetch');
		}
		return answer;
	};

	stamp(): string {
		return new Date(Date.UTC(2026, 0, 1) + (this.#clock += 1) * 1000).toISOString();
	}

	#answer(method: string, path: string, body: Record<string, unknown>): Response {
		const [, id = '', isRestoration] = /codings\/([^/?]+)(\/restoration)?(?:\?|$)/.exec(path) ?? [];
		const problem = (status: number, code: string) =>
			Response.json({ status, detail: code, problems: [{ code, message: code }] }, { status });
		if (this.isBroken) return problem(500, 'broken');
		if (path.endsWith('/carried-passages')) {
			const from = Number(body['version']);
			if (this.isClosed) return problem(404, 'version-unknown');
			const carry = carrierThrough(this.steps.slice(from - 1));
			const passages = (body['passages'] as Range[]).map((range) => {
				const carried = carry(range);
				if (carried.kind === 'orphaned') return { outcome: 'gone', start: carried.at, end: carried.at, was: 'toen' };
				return { outcome: carried.kind, ...carried.range, was: carried.kind === 'moved' ? null : 'toen' };
			});
			return Response.json({ sourceId: 'source', version: this.version, passages });
		}
		if (body['start'] !== undefined && body['version'] !== undefined && body['version'] !== this.version)
			return problem(409, 'version-conflict');
		const asked = [body['codeIds'] ?? [], body['codeId'] ?? []].flat() as string[];
		if (asked.some((code) => this.goneCodes.has(code))) return problem(422, 'code-unknown');
		if (id === '' && method === 'POST') {
			const items: Stored[] = [];
			const existing: { codeId: string; id: string }[] = [];
			for (const codeId of body['codeIds'] as string[]) {
				const same = [...this.codings.values()].find(
					(one) =>
						one.codeId === codeId && one.start === body['start'] && one.end === body['end'] && one.coderId === 'me'
				);
				if (same) existing.push({ codeId, id: same.id });
				else {
					const place = { start: Number(body['start']), end: Number(body['end']) };
					items.push(this.add({ codeId, ...place, memo: String(body['memo'] ?? '') }));
				}
			}
			return Response.json({ items, existing }, { status: 201 });
		}
		if (isRestoration) {
			const present = this.codings.get(id);
			if (present) return Response.json(present);
			const coding = this.removed.get(id);
			if (!coding || body['deletionId'] !== `gone-${id}`) return problem(404, 'coding-unknown');
			this.removed.delete(id);
			this.codings.set(id, coding);
			return Response.json(coding);
		}
		const coding = this.codings.get(id);
		if (method === 'DELETE' && this.removed.has(id)) return Response.json({ id, deletionId: `gone-${id}` });
		if (!coding) return problem(404, 'coding-unknown');
		if (method === 'GET') return Response.json(coding);
		if (method === 'DELETE') {
			const query = new URL(path, 'http://desk').searchParams;
			const seen = query.get('changedAt');
			if (seen !== null && seen !== coding.changedAt) return problem(409, 'coding-changed');
			if (query.has('onlyOwn') && this.noted.has(id)) return problem(409, 'coding-noted');
			const into = query.get('into');
			if (into !== null && !this.codings.has(into)) return problem(409, 'coding-into-other');
			this.united.push([id, into]);
			this.codings.delete(id);
			this.removed.set(id, coding);
			return Response.json({ id, deletionId: `gone-${id}` });
		}
		if (body['changedAt'] !== undefined && body['changedAt'] !== coding.changedAt)
			return problem(409, 'coding-changed');
		const { changedAt: _, version: __, takesBack, ...change } = body;
		if (change['codeId'] !== undefined) this.recoded.push([id, takesBack === true]);
		const at = this.stamp();
		const changed = { ...coding, ...change, ...decidedIn(coding, change, at), changedAt: at } as Stored;
		this.codings.set(id, changed);
		return Response.json(changed);
	}

	add(part: Partial<Stored>): Stored {
		const at = this.stamp();
		const coding: Stored = {
			id: `coding-${this.#clock}`,
			sourceId: 'source',
			version: this.version,
			start: 0,
			end: 4,
			quote: '',
			codeId: 'green',
			coderId: 'me',
			valences: [],
			memo: '',
			important: false,
			codedAt: at,
			codeSetAt: at,
			changedAt: at,
			...part
		};
		this.codings.set(coding.id, coding);
		return coding;
	}
}

/** The moments of what a change decides beside the code. */
export const decidedIn = (coding: Stored, change: Partial<Stored>, at: string): Pick<Stored, 'decidedAt'> => ({
	decidedAt: {
		...coding.decidedAt,
		...(change.start !== undefined && { range: at }),
		...(change.valences && { valences: at }),
		...(change.important !== undefined && { isImportant: at })
	}
});
