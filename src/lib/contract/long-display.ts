import { z } from 'zod';
import { id } from './text.ts';

/** Which joint displays are taken away in long form. */
export const longDisplayChoice = z.strictObject({
	pillarIds: z.string().max(4000).optional().describe('met komma’s ertussen; zonder: alle pijlers'),
	areaIds: z.string().max(4000).optional().describe('met komma’s ertussen; zonder: alle wijken die u mag meenemen'),
	fromWaveId: id.optional().describe('eerste ronde; zonder: de eerste van het project'),
	toWaveId: id.optional().describe('laatste ronde; zonder: de laatste van het project')
});
