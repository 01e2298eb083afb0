import { fail, ok, type Result } from '../problem.ts';

/** A place on the earth in degrees (WGS84). */
export type Spot = { readonly latitude: number; readonly longitude: number };

/** The box around the European Netherlands; outside it a spot is a mistake of typing. */
const box = { south: 50.5, north: 53.8, west: 3.2, east: 7.4 };

// Some 50 m at 52° north: a degree of latitude is 111.2 km, of longitude 68.5 km.
const latitudeSteps = 2000; // a degree: 56 m
const longitudeSteps = 1400; // a degree: 49 m

/**
 * A spot on a grid of some 50 m, so that it points at a square or a street and at no front door. Done again it stays
 * where it is.
 */
export const coarseSpot = ({ latitude, longitude }: Spot): Result<Spot> => {
	const isInside = latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east;
	if (!isInside) return fail('spot-outside', box, 'spot');
	return ok({ latitude: onGrid(latitude, latitudeSteps), longitude: onGrid(longitude, longitudeSteps) });
};

/** Five decimals (1 m) say where the grid is. */
const onGrid = (degrees: number, steps: number) => Number((Math.round(degrees * steps) / steps).toFixed(5));
