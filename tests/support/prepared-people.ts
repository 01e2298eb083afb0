/** Who has an account in a prepared folder: the first is the administrator, and owns the demo. */
export const people = ['Ada', 'Ben', 'Cor', 'Cleo', 'Anne', 'Ilse', 'Sam'] as const;
export type Name = (typeof people)[number];

export const emailOf = (name: Name): string => `${name.toLowerCase()}@example.org`;

/** The password of all of them. */
export const password = 'een lange zin voor de test';

export const tokenFile = (name: Name, scope: 'read' | 'write'): string => `token-${name}-${scope}`;
