import type { WaveId } from '../project/ids.ts';

/** A round of measurement (meetronde). The year a value is about is the observation's referenceYear. */
export type Wave = { readonly id: WaveId; readonly label: string; readonly year: number };

/** Waves in the order of time. */
export const byYear = (a: Wave, b: Wave): number => a.year - b.year || (a.id < b.id ? -1 : 1);
