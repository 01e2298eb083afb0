/** The project of the browser story, made over the API: frame, figures, codebook, members. */
export type Prepared = {
	readonly id: string;
	readonly areaId: string;
	readonly areaName: string;
	readonly pillarId: string;
	readonly codeId: string;
	readonly waveIds: readonly string[];
};

type Answer = Readonly<Record<string, string>>;

/** Makes the project with one theme that has a figure going up, and gives people their roles. */
export const prepareProject = async (
	origin: string,
	token: string,
	roles: Readonly<Record<string, readonly string[]>>
): Promise<Prepared> => {
	const post = async (path: string, body: unknown): Promise<Answer> => {
		const response = await fetch(`${origin}/api/v1${path}`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
		return (await response.json()) as Answer;
	};
	const list = async (path: string): Promise<readonly Answer[]> => {
		const response = await fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
		return ((await response.json()) as { items: readonly Answer[] }).items;
	};

	const { id = '' } = await post('/projects', { name: 'Wijken van morgen' });
	const base = `/projects/${id}`;
	const areaName = 'De Bongerd';
	const area = await post(`${base}/areas`, { name: areaName, kind: 'district' });
	const pillar = (await list(`${base}/pillars`))[0];
	const waves = await list(`${base}/waves`);
	const indicator = await post(`${base}/indicators`, {
		key: 'G1',
		label: 'Tevreden met groen en speelplekken',
		pillarId: pillar?.['id'],
		unit: '% 18+',
		direction: 'higher-better',
		kind: 'survey'
	});
	const cell = (wave: string, value: number) => ({
		indicatorKey: 'G1',
		area: areaName,
		wave,
		referenceYear: Number(wave),
		value,
		n: 400,
		lower: value - 1,
		upper: value + 1
	});
	await post(`${base}/observations`, { items: [cell('2021', 60.5), cell('2023', 68.5)] });
	const code = await post(`${base}/codes`, {
		name: 'Groen en spelen',
		definition: 'Parken, bomen en plekken om te spelen.',
		pillarIds: [pillar?.['id']],
		indicators: [{ indicatorId: indicator['id'], relation: 'same-topic' }]
	});
	await post(`${base}/codes`, { name: 'Veilig over straat', pillarIds: [] });
	for (const [email, given] of Object.entries(roles))
		await post(`${base}/members`, { email, roles: given.map((role) => ({ role })) });
	return {
		id,
		areaId: area['id'] ?? '',
		areaName,
		pillarId: pillar?.['id'] ?? '',
		codeId: code['id'] ?? '',
		waveIds: waves.map((wave) => wave['id'] ?? '')
	};
};
