import { afterEach } from 'vitest';
import { tellScreens } from './person.ts';

// A step that did not come is only understood with what was on the screen instead.
afterEach(async ({ task }) => {
	const error = task.result?.errors?.at(-1);
	if (task.result?.state !== 'fail' || !error) return;
	const screens = await tellScreens();
	error.message += `\n\n${screens}`;
});
