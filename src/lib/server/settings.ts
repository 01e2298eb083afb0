import { join, resolve } from 'node:path';

/** Everything that can be set from outside, read and checked once. */
export type Settings = {
	readonly databaseUrl: string | null;
	readonly dataFolder: string;
	readonly host: string;
	readonly port: number;
	/** scheme, host and port under which people reach it, without a slash at the end */
	readonly origin: string;
	readonly secretFile: string;
	readonly bodySizeLimit: number;
	readonly sessionIdleMinutes: number;
	readonly sessionHours: number;
};

/** A setting as docs/settings.md tells it. */
export type SettingDescription = { readonly name: string; readonly fallback: string; readonly purpose: string };

/** Every environment variable Wijkstem reads; a test compares docs/settings.md with this list. */
export const settingDescriptions: readonly SettingDescription[] = [
	{
		name: 'DATABASE_URL',
		fallback: 'none: the embedded database in the data folder',
		purpose: 'Address of a PostgreSQL server, version 15 or newer, e.g. `postgres://user:password@host/wijkstem`.'
	},
	{ name: 'WIJKSTEM_DATA', fallback: './data', purpose: 'Folder of the embedded database and the secret.' },
	{ name: 'HOST', fallback: '127.0.0.1', purpose: 'Address to listen on. `0.0.0.0` opens it to the network.' },
	{ name: 'PORT', fallback: '3000', purpose: 'Port to listen on.' },
	{
		name: 'ORIGIN',
		fallback: 'http://localhost:PORT',
		purpose:
			'The address people type, e.g. `https://wijkstem.example.nl`. Forms from another origin are refused; with https the cookie is secure.'
	},
	{
		name: 'ADDRESS_HEADER',
		fallback: 'none: the address of the connection',
		purpose:
			'Behind a proxy: the header with the address of the person, e.g. `X-Forwarded-For`. Set it only when the proxy overwrites that header.'
	},
	{
		name: 'XFF_DEPTH',
		fallback: '1',
		purpose: 'How many proxies stand in front, when ADDRESS_HEADER is `X-Forwarded-For`.'
	},
	{
		name: 'WIJKSTEM_SECRET_FILE',
		fallback: 'WIJKSTEM_DATA/secret',
		purpose:
			'File with the secret key of this installation. Made when it is absent, readable by its owner only. Keep a copy apart from the database.'
	},
	{ name: 'BODY_SIZE_LIMIT', fallback: '100M', purpose: 'Largest request, in bytes, or with K, M or G.' },
	{ name: 'SHUTDOWN_TIMEOUT', fallback: '5', purpose: 'Seconds that open requests get when the server is stopped.' },
	{
		name: 'SESSION_IDLE_MINUTES',
		fallback: '15',
		purpose: 'A session ends after so many minutes without activity; 5 to 30.'
	},
	{ name: 'SESSION_HOURS', fallback: '12', purpose: 'A session ends after so many hours in any case; 1 to 24.' }
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; throws one error that names everything that is wrong with them. */
export const readSettings = (environment: Environment = process.env): Settings => {
	const faults: string[] = [];
	const text = (name: string, fallback: string) => environment[name]?.trim() || fallback;
	const whole = (name: string, fallback: number, from: number, to: number) => {
		const value = Number(text(name, String(fallback)));
		if (Number.isInteger(value) && value >= from && value <= to) return value;
		faults.push(`${name} must be a whole number from ${from} to ${to}, not "${environment[name]}"`);
		return fallback;
	};

	const port = whole('PORT', 3000, 1, 65_535);
	const dataFolder = resolve(text('WIJKSTEM_DATA', './data'));
	const settings: Settings = {
		databaseUrl: text('DATABASE_URL', '') || null,
		dataFolder,
		host: text('HOST', '127.0.0.1'),
		port,
		origin: text('ORIGIN', `http://localhost:${port}`).replace(/\/$/, ''),
		secretFile: resolve(text('WIJKSTEM_SECRET_FILE', join(dataFolder, 'secret'))),
		bodySizeLimit: bytes(text('BODY_SIZE_LIMIT', '100M')),
		sessionIdleMinutes: whole('SESSION_IDLE_MINUTES', 15, 5, 30),
		sessionHours: whole('SESSION_HOURS', 12, 1, 24)
	};
	whole('XFF_DEPTH', 1, 1, 20);
	whole('SHUTDOWN_TIMEOUT', 5, 0, 600);

	if (settings.databaseUrl !== null && !/^postgres(ql)?:\/\//.test(settings.databaseUrl))
		faults.push('DATABASE_URL must begin with postgres://');
	if (!isOrigin(settings.origin))
		faults.push(`ORIGIN must be like https://wijkstem.example.nl, without a path, not "${environment['ORIGIN']}"`);
	if (Number.isNaN(settings.bodySizeLimit))
		faults.push(`BODY_SIZE_LIMIT must be a number of bytes, or like 100M, not "${environment['BODY_SIZE_LIMIT']}"`);
	if (faults.length > 0) throw new InvalidSettings(faults);
	return settings;
};

/** Settings that cannot be used; the message is for the person at the terminal. */
class InvalidSettings extends Error {
	constructor(faults: readonly string[]) {
		super(`these settings are not right (docs/settings.md):\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
		this.name = 'InvalidSettings';
	}
}

const units: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

const bytes = (value: string): number => {
	const [, digits = '', unit = ''] = /^(\d+)([KMG]?)$/i.exec(value) ?? [];
	return digits === '' ? Number.NaN : Number(digits) * (units[unit.toUpperCase()] ?? Number.NaN);
};

const isOrigin = (value: string): boolean =>
	URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value;
