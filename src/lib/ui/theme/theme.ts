/** What the reader chose: light, dark, or as the device says. */
export type Theme = 'system' | 'light' | 'dark';

export const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** The cookie that keeps the choice; it holds nothing about a person. */
export const themeCookie = 'theme';

/** One year, in seconds: as long as a preference is kept without asking again. */
export const preferenceAge = 60 * 60 * 24 * 365;

/** Reads a theme from a cookie or a form; whatever is not a theme follows the device. */
export const themeFrom = (value: unknown): Theme => themes.find((theme) => theme === value) ?? 'system';
