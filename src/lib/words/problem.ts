import * as messages from '../paraglide/messages.js';
import type { Problem } from '../domain/problem.ts';

type Message = (values: Record<string, string | number>, options: { locale: 'nl' | 'en' }) => string;

const sentences = new Map<string, Message>(
	Object.entries(messages).flatMap(([key, value]) => (typeof value === 'function' ? [[key, value as Message]] : []))
);

/**
 * A problem as a sentence that says what, where, and what to do, in the reader's language.
 * A problem without a sentence is a mistake of ours: its code is shown rather than nothing (a test finds it).
 */
export const sayProblem = (problem: Problem, locale: 'nl' | 'en'): string => {
	const say = sentences.get(`problem_${problem.code.replaceAll('-', '_')}`);
	return say ? say({ ...problem.params, at: problem.at ?? '' }, { locale }) : problem.code;
};
