const KEY = "gondola.theme"

export type Theme = "light" | "dark"

const preferred = (): Theme => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")

export const currentTheme = (): Theme => (document.documentElement.dataset.theme === "dark" ? "dark" : "light")

/** Tokens read the attribute, @medusajs/ui reads the class. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  document.documentElement.classList.toggle("dark", theme === "dark")
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme)
  applyTheme(theme)
}

export function startTheme(): void {
  const stored = localStorage.getItem(KEY)
  applyTheme(stored === "dark" || stored === "light" ? stored : preferred())
}
