/** No camera, place or payment is ever asked for here; a script that got in should not be able to either. */
const permissions = [
	...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'geolocation'],
	...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking']
]
	.map((name) => `${name}=()`)
	.join(', ');

/** Two years, the least the preload lists of browsers take. */
const transportSecurity = 'max-age=63072000; includeSubDomains';

/** For answers that are no page: whatever they hold, a browser runs and frames nothing of it. */
const contentOfNoPage = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers of every file, page and answer. */
const plainHeaders = (isHttps: boolean): Readonly<Record<string, string>> => ({
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	...(isHttps && { 'strict-transport-security': transportSecurity })
});

/**
 * Puts the headers on a page or an answer that protect what is in it: kept in no cache, shown in no frame. The content
 * policy of a page, with its nonce, is made where the page is rendered.
 */
export const protect = (headers: Headers, isHttps: boolean): void => {
	for (const [name, value] of Object.entries(plainHeaders(isHttps))) headers.set(name, value);
	headers.set('x-frame-options', 'DENY');
	headers.set('permissions-policy', permissions);
	// "private, no-store" says so too
	if (!headers.get('cache-control')?.includes('no-store')) headers.set('cache-control', 'no-store');
	if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentOfNoPage);
};
