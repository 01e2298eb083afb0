import { expect, test } from 'vitest';
import { hasNoThousandths } from '#lib/domain/indicator/indicator.ts';

test('people, things and money have no three decimals; shares, marks and rates can', () => {
	for (const unit of ['aantal', 'Inwoners', 'euro', '€ per maand', 'EUR', "euro's"])
		expect(hasNoThousandths(unit), unit).toBe(true);
	for (const unit of ['%', 'cijfer 1-10', 'per 1.000 inwoners', 'aantal per ha', 'europees gemiddelde', ''])
		expect(hasNoThousandths(unit), unit).toBe(false);
});
