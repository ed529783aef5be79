import type { Browser, Page } from "playwright-core"
import { type House, person } from "./chromium"
import { wordsOf } from "./words"

const PASSWORD = "parapluie-violet-42"

export interface Entering {
  readonly email: string
  readonly language: "fr" | "en"
  readonly locale: "fr-FR" | "en-GB"
  readonly width: number
}

/** Signs in to the portal in a browser of its own. */
export async function enterPortal(
  browser: Browser,
  { portal }: House,
  { email, language, locale, width }: Entering,
): Promise<Page> {
  const words = wordsOf("portal", language)
  const page = await (await person(browser, { locale, width })).newPage()
  await page.goto(`${portal}/sign-in`)
  if (language === "en") await page.getByRole("button", { name: /Switch to English/ }).click()
  await page.getByLabel(words("signIn.email")).fill(email)
  await page.getByLabel(words("signIn.password")).fill(PASSWORD)
  await page.getByRole("button", { name: words("signIn.submit") }).click()
  await page.waitForURL((url) => !url.pathname.includes("sign-in"))
  return page
}
