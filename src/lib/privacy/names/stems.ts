/** What a folded name may be a genitive ("karins") or a diminutive ("annetje", "truusje") of. */
export const stemsOf = (name: string): readonly string[] => {
	const ofGenitive = name.length > 3 && name.endsWith('s') ? [name.slice(0, -1)] : [];
	const small = /^(.{2,}?)(?:etje|tje|pje|je|ke|ie)$/.exec(name)?.[1];
	const ofDiminutive = small === undefined ? [] : [small, `${small}e`, `${small}a`, small.replace(/(.)\1$/, '$1')];
	return [...ofGenitive, ...ofDiminutive];
};
