import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseQuote } from '#lib/server/commands/choose-quote.ts';
import { dropQuote } from '#lib/server/commands/drop-quote.ts';
import { editSource } from '#lib/server/commands/edit-source.ts';
import { reportName } from '#lib/server/commands/report-name.ts';
import type { Store } from '#lib/server/store/database.ts';
import { readJointDisplay } from '#lib/server/views/joint-display.ts';
import { viewQuoteChoices } from '#lib/server/views/quote-choices.ts';
import { codesOf, valueOf } from '../import/fixture.ts';
import { testStore } from '../support/database.ts';
import { addDisplayProject } from '../support/display-project.ts';
import { contextFor } from '../support/project.ts';

let store: Store;
beforeAll(async () => {
	store = await testStore();
});
afterAll(() => store.close());

const words = 'in één wijk er\u0303g thuis, met 👩‍👩‍👧';
const short = 'in één wijk (…) met 👩‍👩‍👧';

const begin = async () => {
	const project = await addDisplayProject(store);
	const context = await contextFor(store, project.users.author);
	const { sourceId, codingId } = project.said[0];
	const rowId = project.rowOf(project.theme);
	const choose = (input?: object) => chooseQuote(context, project.id, rowId, codingId, input);
	const quote = async () => {
		const place = { pillarId: project.pillars.first, areaId: project.areas.district };
		const { rows } = valueOf(await readJointDisplay(context, project.id, place, 'nl'));
		const found = rows.find((row) => row.codeId === project.theme)?.quotes[0];
		return found && { text: found.text, shortened: found.shortened, isOutdated: found.isOutdated };
	};
	const choice = async () => valueOf(await viewQuoteChoices(context, project.id, rowId, {})).items[0];
	const kept = () =>
		store.db.selectFrom('chosen_quotes').select('shortened').where('coding_id', '=', codingId).execute();
	return { project, context, sourceId, codingId, rowId, choose, quote, choice, kept };
};

describe('a chosen quote that is shortened', () => {
	test('shows its words with (…) while the original stays beside it', async () => {
		const { choose, quote, choice } = await begin();
		valueOf(await choose({ shortened: 'in één wijk ( ... ) met 👩‍👩‍👧' }));
		expect(await quote()).toEqual({ text: words, shortened: short, isOutdated: false });
		expect(await choice()).toMatchObject({ text: words, shortened: short, isChosen: true });
	});

	test('is chosen again without losing that, and is whole again when asked', async () => {
		const { choose, quote } = await begin();
		valueOf(await choose({ shortened: short }));
		valueOf(await choose());
		expect(await quote()).toMatchObject({ shortened: short });
		valueOf(await choose({ shortened: null }));
		expect(await quote()).toMatchObject({ text: words, shortened: null });
		valueOf(await choose({ shortened: words }));
		expect(await quote()).toMatchObject({ shortened: null, isOutdated: false });
	});

	test('holds words of the passage only, by the same rule as in a report', async () => {
		const { choose, quote } = await begin();
		expect(codesOf(await choose({ shortened: 'heel andere woorden (…)' }))).toEqual(['report-quote-other-words']);
		expect(codesOf(await choose({ shortened: '(…)' }))).toEqual(['report-quote-empty']);
		expect(await quote()).toBeUndefined();
	});

	test('is whole again, and says so, when its text is corrected so that it fits no more', async () => {
		const { project, sourceId, choose, quote, choice } = await begin();
		valueOf(await choose({ shortened: short }));
		const interviewer = await contextFor(store, project.users.interviewer);
		await store.db
			.updateTable('sources')
			.set({ uploaded_by: project.users.interviewer })
			.where('id', '=', sourceId)
			.execute();
		const { length } = [...project.said[0].text];
		const at = [...project.said[0].text].join('').indexOf('één wijk');
		const start = [...project.said[0].text.slice(0, at)].length;
		const operations = [{ retain: start }, { delete: 3 }, { insert: 'deze' }, { retain: length - start - 3 }];
		valueOf(await editSource(interviewer, project.id, sourceId, { version: 1, operations, reason: 'gehoord' }));
		const whole = words.replace('één', 'deze');
		expect(await quote()).toEqual({ text: whole, shortened: null, isOutdated: true });
		expect(await choice()).toMatchObject({ text: whole, isOutdated: true });
		valueOf(await choose({ shortened: 'in deze wijk (…)' }));
		expect(await quote()).toEqual({ text: whole, shortened: 'in deze wijk (…)', isOutdated: false });
	});

	test('is not told without consent for quotes', async () => {
		const { sourceId, choose, quote } = await begin();
		valueOf(await choose({ shortened: short }));
		await store.db.updateTable('sources').set({ quotes_allowed: false }).where('id', '=', sourceId).execute();
		expect(await quote()).toEqual({ text: null, shortened: null, isOutdated: false });
	});

	test('does not keep a name that is found later', async () => {
		const { project, sourceId, choose, kept } = await begin();
		valueOf(await choose({ shortened: short }));
		const coder = await contextFor(store, project.users.coder);
		valueOf(await reportName(coder, project.id, sourceId, { version: 1, start: 20, end: 24 }));
		expect(JSON.stringify(await kept())).not.toContain('wijk');
	});

	test('leaves nothing behind when it is dropped, or when its interview goes', async () => {
		const { project, context, sourceId, codingId, rowId, choose, kept } = await begin();
		valueOf(await choose({ shortened: short }));
		valueOf(await dropQuote(context, project.id, rowId, codingId));
		expect(await kept()).toEqual([]);
		valueOf(await choose());
		expect(await kept()).toEqual([{ shortened: null }]);
		valueOf(await choose({ shortened: short }));
		await store.db.deleteFrom('sources').where('id', '=', sourceId).execute();
		expect(await kept()).toEqual([]);
	});
});
