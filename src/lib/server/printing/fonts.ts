import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const families = [
	['source-sans-3', 'SourceSans3'],
	['source-serif-4', 'SourceSerif4']
] as const;
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;

/** The letters of the interface, as files that a maker of PDF can take; that of running text comes first. */
export const readFonts = (): readonly Uint8Array[] => {
	const { resolve } = createRequire(import.meta.url);
	return families.flatMap(([folder, name]) =>
		faces.map((face) => readFileSync(resolve(`@expo-google-fonts/${folder}/${face}/${name}_${face}.ttf`)))
	);
};
