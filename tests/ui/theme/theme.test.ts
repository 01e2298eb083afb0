import { expect, test } from 'vitest';
import { themeFrom } from '../../../src/lib/ui/theme/theme.ts';

test('a theme is read from a cookie; anything else follows the device', () => {
	expect(['light', 'dark', 'system', '', 'DARK', undefined, null, 3].map(themeFrom)).toEqual([
		'light',
		'dark',
		'system',
		'system',
		'system',
		'system',
		'system',
		'system'
	]);
});
