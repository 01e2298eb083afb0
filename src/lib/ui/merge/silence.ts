/** A figure without voices (then there is no code), or a theme without a figure (then there is no indicator). */
export type Silence = { readonly indicatorId: string | null; readonly codeId: string | null; readonly name: string };
