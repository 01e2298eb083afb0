/** A role as the fields of `RoleChoice.svelte` say it; whether it may be so is for the command to say. */
export type GivenRole = { readonly role: string; readonly areaIds: readonly string[] | null };

/** Reads the roles of a form: `role`, and for each of them `where-<role>` and `area-<role>`. */
export const rolesFrom = (form: FormData): readonly GivenRole[] =>
	form
		.getAll('role')
		.map(String)
		.map((role) => ({
			role,
			areaIds: form.get(`where-${role}`) === 'some' ? form.getAll(`area-${role}`).map(String) : null
		}));
