import { fail, ok, type Result } from '../problem.ts';
import { codePointLength } from '../text/position.ts';

/** Long enough that guessing is hopeless even when the hashes leak; no rules about signs (NIST SP 800-63B, 5.1.1.2). */
const minimumPasswordLength = 12;
const maximumPasswordLength = 200; // characters; a longer one only costs work

/** The first guesses of everyone who guesses, without what people put behind them. */
const firstGuesses = [
	...['wachtwoord', 'wachtwoordwachtwoord', 'welkom', 'welkomwelkom', 'geheim', 'geheimgeheim', 'hallo', 'inloggen'],
	...['password', 'passwordpassword', 'passw0rd', 'letmein', 'letmeinplease', 'welcome', 'iloveyou', 'ilikeyou'],
	...['qwerty', 'qwertyqwerty', 'qwertyuiop', 'qwertyuiopasdf', 'asdfghjkl', 'azerty', 'azertyuiop', 'qwerty12345'],
	...['administrator', 'beheerder', 'admin', 'adminadmin', 'gemeente', 'gemeentenieuwegein', 'nieuwegein', 'utrecht'],
	...['wijkstem', 'wijkmonitor', 'monitor', 'nederland', 'amsterdam', 'rotterdam', 'ajax', 'feyenoord', 'voetbal'],
	...['correcthorsebatterystaple', 'trustno', 'monkeymonkey', 'dragondragon', 'sunshine', 'princess', 'football'],
	...['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november'],
	...[
		'december',
		'lente',
		'zomer',
		'herfst',
		'winter',
		'maandag',
		'dinsdag',
		'woensdag',
		'donderdag',
		'vrijdag',
		'test'
	]
];

/** Whether a person may choose this password: long enough, and none of the first guesses about this person. */
export const checkPassword = (
	password: string,
	person: { readonly email: string; readonly name: string }
): Result<null> => {
	const length = codePointLength(password);
	if (length < minimumPasswordLength) return fail('password-too-short', { minimum: minimumPasswordLength }, 'password');
	if (length > maximumPasswordLength) return fail('password-too-long', { maximum: maximumPasswordLength }, 'password');
	const plain = password.normalize('NFKC').toLowerCase();
	if (new Set(plain).size < 5 || isRow(plain)) return fail('password-common', undefined, 'password');
	const core = plain.replaceAll(/[^\p{L}]+/gu, '');
	if (core === '' ? isRow(plain) : firstGuesses.includes(core)) return fail('password-common', undefined, 'password');
	const own = [person.email, person.email.split('@', 1)[0] ?? '', person.name]
		.map((text) => text.toLowerCase().replaceAll(/[^\p{L}]+/gu, ''))
		.filter((text) => text.length >= 3);
	return own.includes(core) ? fail('password-personal', undefined, 'password') : ok(null);
};

/** Whether each sign follows the one before it, up, down or along the keyboard: 123456789012, abcdefghijkl. */
const isRow = (text: string): boolean => {
	const units = [...text].map((sign) => sign.codePointAt(0) ?? 0);
	const steps = units.slice(1).map((unit, at) => unit - (units[at] ?? 0));
	const even = steps.filter((step) => step === 1 || step === -1 || step === 0 || Math.abs(step) === 9).length;
	return even >= steps.length - 1;
};
