// npm run privacy:measure: rewrites the figures in docs/pseudonymisation.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { reportPath, withFigures } from './privacy-report.ts';

writeFileSync(reportPath, withFigures(readFileSync(reportPath, 'utf8')));
