import { sql } from 'kysely';
import pg from 'pg';

/**
 * Marks a question whose plan is kept: for those behind nearly every request, which take the database longer to plan
 * than to answer. A kept plan is made for any value, so it is for questions that go the same way whatever they are asked
 * with; one that is put together from what a reader asks is planned each time.
 */
export const keepPlan = sql`/* plan kept */`;

const mark = '/* plan kept */';

/** A connection keeps at most so many plans; parts that come and go make several texts of one question. */
const mostKept = 100;

/** The names under which the connections of this process keep the plans of marked questions. */
export class PlanNames {
	readonly #names = new Map<string, string>();
	#made = 0;

	/** null = the question is asked as it stands */
	nameOf(text: string): string | null {
		const known = this.#names.get(text);
		if (known !== undefined) return known;
		return this.#names.size < mostKept && text.includes(mark) ? this.#name(text) : null;
	}

	/** The tables changed: the question is planned anew, under another name. */
	renew(text: string): void {
		if (this.#names.has(text)) this.#name(text);
	}

	#name(text: string): string {
		this.#made += 1;
		const name = `wijkstem_${this.#made}`;
		this.#names.set(text, name);
		return name;
	}
}

/** The answer to a question whose columns another process changed since its plan was made (`feature_not_supported`). */
const isOutdated = (error: unknown) =>
	error instanceof Error && 'code' in error && error.code === '0A000' && error.message.includes('cached plan');

/** Clients for a pool that keep the plans of marked questions. */
export const planKeepingClient = (names: PlanNames): typeof pg.Client =>
	class extends pg.Client {
		override query(...given: unknown[]): never {
			const [text, values] = given;
			const ask = super.query.bind(this) as (...args: unknown[]) => unknown;
			const name = typeof text === 'string' && Array.isArray(values) && given.length === 2 ? names.nameOf(text) : null;
			if (name === null || typeof text !== 'string') return ask(...given) as never;
			const answer = (ask({ name, text, values }) as Promise<unknown>).catch((error: unknown) => {
				if (isOutdated(error)) names.renew(text);
				throw error;
			});
			return answer as never;
		}
	};
