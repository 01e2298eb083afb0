import { expect, test } from 'vitest';
import { POST } from '../../../src/routes/preferences/+server.ts';

/** Sends the form and tells which cookies were set and where it leads. */
const send = async (fields: Record<string, string>) => {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const set: Record<string, string> = {};
	const url = new URL('http://localhost:3000/preferences');
	const event = {
		url,
		request: new Request(url, { method: 'POST', body }),
		cookies: { set: (name: string, value: string) => void (set[name] = value) }
	};
	try {
		await POST(event as unknown as Parameters<typeof POST>[0]);
		return { set, location: null };
	} catch (thrown) {
		return { set, location: (thrown as { location: string }).location };
	}
};

test('theme and language are kept, and the reader comes back to the page', async () => {
	expect(await send({ theme: 'dark', back: '/projects/1?a=b' })).toEqual({
		set: { theme: 'dark' },
		location: '/projects/1?a=b'
	});
	expect(await send({ locale: 'en', back: '/help' })).toEqual({ set: { PARAGLIDE_LOCALE: 'en' }, location: '/help' });
});

test('an unknown language is not kept and an unknown theme follows the device', async () => {
	expect((await send({ locale: 'xx' })).set).toEqual({});
	expect((await send({ theme: 'purple' })).set).toEqual({ theme: 'system' });
});

test.each([
	'https://evil.example/x',
	'//evil.example',
	'/\\evil.example',
	'http://localhost:3000//evil.example',
	'javascript:alert(1)'
])('a way back to another site is refused: %s', async (back) => {
	const { location } = await send({ theme: 'dark', back });
	expect(new URL(location ?? '', 'http://localhost:3000').origin).toBe('http://localhost:3000');
	expect(location?.startsWith('//')).toBe(false);
});
