/** Light or dark, as a person chose; none means: as the device says. */
export type Theme = "light" | "dark";

/** The cookie that keeps the choice. */
export const THEME_COOKIE = "theme";

/** Reads the choice from a Cookie header. */
export function readTheme(cookieHeader: string | null): Theme | undefined {
  const found = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookieHeader ?? "");
  return found?.[1] as Theme | undefined;
}

/** The cookie line that keeps a choice for a year. */
export function themeCookie(theme: Theme): string {
  return `${THEME_COOKIE}=${theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
}
