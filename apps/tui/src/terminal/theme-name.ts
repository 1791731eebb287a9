/** What the reader can have the screen look like. `auto`: as the terminal says that its ground is. */
export const themeNames = ["auto", "dark", "light", "high-contrast"] as const;

/** The name of a theme. */
export type ThemeName = (typeof themeNames)[number];
