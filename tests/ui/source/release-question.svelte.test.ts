import { expect, test } from 'vitest';
import { ReleaseQuestion } from '../../../src/lib/ui/source/release-question.svelte.ts';

test('a second yes sends nothing, and the next release is asked about again', () => {
	const question = new ReleaseQuestion();
	const form = document.createElement('form');
	document.body.append(form);
	let sent = 0;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (!question.holds(form, ['Er staan nog namen in.'])) sent += 1;
	});
	form.requestSubmit();
	expect([sent, question.asking]).toEqual([0, form]);
	question.sayYes();
	question.sayYes();
	expect([sent, question.asking]).toEqual([1, null]);
	form.requestSubmit();
	expect([sent, question.asking]).toEqual([1, form]);
	form.remove();
});
