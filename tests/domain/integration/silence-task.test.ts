import { expect, test } from 'vitest';
import { silenceTaskRights, silenceTaskState } from '#lib/domain/integration/silence-task.ts';

const none = { settleWork: false, decideDisplays: false, listSources: false };
const rights = { maySettle: false, mayRemove: false, seesRemark: false };

test('who a task was given to says that it is done, and does not take it away', () => {
	expect(silenceTaskRights(true, { ...none, settleWork: true })).toEqual({
		...rights,
		maySettle: true,
		seesRemark: true
	});
	expect(silenceTaskRights(true, none)).toEqual({ ...rights, seesRemark: true });
});

test('who decides about the display settles and removes the tasks of others', () => {
	const may = { ...none, settleWork: true, decideDisplays: true };
	expect(silenceTaskRights(false, may)).toEqual({ ...rights, maySettle: true, mayRemove: true });
});

test('others may do nothing with it, and read the remark only where they see interviews', () => {
	expect(silenceTaskRights(false, { ...none, settleWork: true })).toEqual(rights);
	expect(silenceTaskRights(false, { ...none, listSources: true })).toEqual({ ...rights, seesRemark: true });
});

test('what somebody said about a task counts before what the data say', () => {
	expect(silenceTaskState({ doneAt: new Date(0) }, true)).toBe('done');
	expect(silenceTaskState({ doneAt: null }, true)).toBe('open');
	expect(silenceTaskState({ doneAt: null }, false)).toBe('gone');
});
