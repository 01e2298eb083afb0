import { sql } from 'kysely';
import type { CodeId, SourceId } from '../../domain/project/ids.ts';
import { pairsMade } from '../../domain/coding/said.ts';
import type { Db } from './database.ts';
import { letOthersIn } from './let-others-in.ts';

/**
 * What an interview says with each code, as numbers in a row: the number of a code and its pairs of valences as one
 * (`code * pairsMade + pairs`), then for each of these pairs, the lowest bit first, how many passages say it.
 */
export type Told = Int32Array;

/** What some interviews say, with what the numbers of the codes stand for. */
export type AllTold = {
	/** in the order of the interviews that were asked for */
	readonly told: readonly Told[];
	readonly numberOf: (codeId: CodeId) => number | undefined;
};

/** How much is kept, and when it is quicker to begin anew. */
const limits = {
	/** numbers in memory: 32 MB; a project of 2,000 interviews and 630,000 counters has 1,300,000 */
	kept: 8_000_000,
	/** counters; when more than these were changed, all is read again */
	changes: 2_000
};
const atOnce = 100; // interviews a statement, so that the embedded database is never busy for long

/**
 * Keeps in memory what interviews say, from the counters: an overview goes over half a million of these. Before each
 * answer it asks which counters were changed by transactions that may not have ended when it last asked, and reads the
 * interviews of these again; so an answer is never older than the question.
 */
export class KeptSayings {
	readonly #told = new Map<SourceId, Told>();
	readonly #codes = new Map<CodeId, number>();
	#size = 0;
	/** all transactions before this one had ended when changes were last asked for */
	#horizon: string | null = null;
	readonly #limits: typeof limits;
	/** one at a time: an older answer must not take the place of a newer one */
	#turn: Promise<unknown> = Promise.resolve();

	constructor(most = limits) {
		this.#limits = most;
	}

	/** What interviews say with all codes. */
	of(db: Db, sourceIds: readonly SourceId[]): Promise<AllTold> {
		const answer = this.#turn.then(() => this.#answer(db, sourceIds));
		this.#turn = answer.catch(() => {});
		return answer;
	}

	/** The same of some codes only, without keeping anything. */
	async ofCodes(db: Db, sourceIds: readonly SourceId[], codeIds: readonly CodeId[]): Promise<AllTold> {
		const told = await this.#read(db, sourceIds, codeIds);
		return { told, numberOf: (codeId) => this.#codes.get(codeId) };
	}

	async #answer(db: Db, sourceIds: readonly SourceId[]): Promise<AllTold> {
		await this.#forgetChanged(db);
		const found = new Map<SourceId, Told>();
		const missing: SourceId[] = [];
		for (const id of sourceIds) {
			const told = this.#told.get(id);
			if (told) found.set(id, told);
			else missing.push(id);
		}
		for (let from = 0; from < missing.length; from += atOnce) {
			const part = missing.slice(from, from + atOnce);
			for (const [at, told] of (await this.#read(db, part, null)).entries()) {
				const id = part[at] ?? '';
				found.set(id, told);
				this.#keep(id, told);
			}
			await letOthersIn();
		}
		this.#forgetOldest();
		return {
			told: sourceIds.map((id) => found.get(id) ?? new Int32Array()),
			numberOf: (codeId) => this.#codes.get(codeId)
		};
	}

	async #forgetChanged(db: Db): Promise<void> {
		// What a copy of a database brought along can have numbers of transactions that are still to come.
		const { rows } = await sql<{ horizon: string; changes: string; sources: string | null }>`
			with changed as (
				select source_id from coding_counts
				where changed >= ${this.#horizon ?? '0'}::bigint
					and changed < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
				order by changed desc limit ${this.#horizon === null ? 0 : this.#limits.changes}
			)
			select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, count(*) as changes,
				string_agg(distinct source_id::text, ' ') as sources from changed`.execute(db);
		const [row] = rows;
		if (!row) throw new Error('the database did not say what changed');
		// A horizon that goes back is of another database: one that was put back from a copy while the server ran.
		const isAnother = this.#horizon !== null && BigInt(row.horizon) < BigInt(this.#horizon);
		if (isAnother || Number(row.changes) === this.#limits.changes) this.#forgetAll();
		for (const id of row.sources?.split(' ') ?? []) this.#forget(id);
		this.#horizon = row.horizon;
	}

	#keep(id: SourceId, told: Told): void {
		this.#told.set(id, told);
		this.#size += told.length;
	}

	#forget(id: SourceId): void {
		this.#size -= this.#told.get(id)?.length ?? 0;
		this.#told.delete(id);
	}

	#forgetAll(): void {
		this.#told.clear();
		this.#size = 0;
	}

	#forgetOldest(): void {
		for (const id of this.#told.keys()) {
			if (this.#size <= this.#limits.kept) return;
			this.#forget(id);
		}
	}

	/** From the counters; the database writes those of a code as one row of bytes, in which most have one pair only. */
	async #read(db: Db, sourceIds: readonly SourceId[], codeIds: readonly CodeId[] | null): Promise<readonly Told[]> {
		const { rows } = await sql<{ code_id: CodeId; told: Uint8Array }>`
			select code_id, string_agg(int4send((place * ${sql.lit(pairsMade)} + pairs)::int) ||
				case when pairs & (pairs - 1) = 0 then int4send(codings) else
					int4send(said[1]) || int4send(said[2]) || int4send(said[3]) || int4send(said[4]) || int4send(said[5]) ||
					int4send(said[6]) || int4send(said[7]) || int4send(said[8]) || int4send(said[9]) end, ''::bytea) as told
			from coding_counts join unnest(${[...sourceIds]}::uuid[]) with ordinality as asked (id, place)
				on asked.id = source_id
			where codings > 0 ${codeIds === null ? sql`` : sql`and code_id = any(${[...codeIds]}::uuid[])`}
			group by code_id`.execute(db);
		const told = sourceIds.map((): number[] => []);
		for (const { code_id, told: bytes } of rows) unpack(bytes, this.#numberFor(code_id), told);
		return told.map((numbers) => Int32Array.from(numbers));
	}

	#numberFor(codeId: CodeId): number {
		const known = this.#codes.get(codeId);
		if (known !== undefined) return known;
		this.#codes.set(codeId, this.#codes.size);
		return this.#codes.size - 1;
	}
}

/** Adds what the bytes of a code tell to the interviews they are about. */
const unpack = (bytes: Uint8Array, code: number, told: readonly number[][]): void => {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	for (let at = 0; at < bytes.byteLength;) {
		const number = view.getInt32(at);
		const pairs = number % pairsMade;
		const into = told[Math.floor(number / pairsMade) - 1];
		into?.push(code * pairsMade + pairs);
		at += 4;
		if ((pairs & (pairs - 1)) === 0) {
			into?.push(view.getInt32(at));
			at += 4;
			continue;
		}
		for (let bit = 1; bit < pairsMade; bit <<= 1) {
			if (pairs & bit) into?.push(view.getInt32(at));
			at += 4;
		}
	}
};

const kept = new WeakMap<object, KeptSayings>();

/**
 * What some interviews say with these codes at least, in the layer of the team. In a transaction it is read anew: what is
 * not settled yet must not be kept.
 */
export const toldBy = (db: Db, sourceIds: readonly SourceId[], codeIds: readonly CodeId[]): Promise<AllTold> => {
	if (db.isTransaction) return new KeptSayings().ofCodes(db, sourceIds, codeIds);
	const keeper = kept.get(db) ?? new KeptSayings();
	kept.set(db, keeper);
	return keeper.of(db, sourceIds);
};
