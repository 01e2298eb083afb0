import { expect, test } from 'vitest';
import nl from '../../messages/nl/pseudonym.json' with { type: 'json' };
import { ruleWords } from '#lib/words/pseudonym.ts';

const prefix = 'pseudonym_rule_';
const keys = Object.keys(nl).filter((key) => key.startsWith(prefix)) as (keyof typeof nl)[];

test.each(keys)('why a rule proposes words is said with %s', (key) => {
	expect(ruleWords(key.slice(prefix.length).replaceAll('_', '-'), 'nl')).toBe(nl[key]);
});

test('a rule without words of its own says that it is one of this kind', () => {
	expect(ruleWords('toString', 'nl')).toBe(nl.pseudonym_rule_other);
});
