import type { Browser, Page } from "playwright-core"
import { house, launch, person, scrollsSideways, seriousFindings } from "./support/chromium"
import { portalPages } from "./support/portal-pages"
import { wordsOf } from "./support/words"

jest.setTimeout(600_000)

const PASSWORD = "parapluie-violet-42"

const SHOP = ["", "/search?q=lampe", "/search?q=zzzzz", "/c/vetements", "/basket", "/find-order", "/account/sign-in"]
const SHOP_MORE = [
  "/account/sign-up",
  "/shops",
  "/sell",
  "/ranking",
  "/rights",
  "/legal",
  "/privacy",
  "/accessibility",
  "/report",
  "/seller/lueur-du-nord",
]

const ROOMS: Readonly<Record<string, readonly string[]>> = {
  "bruno@lueur.example": portalPages("seller"),
  "nolwenn@caparmen.example": [...portalPages("brand"), "/brand/campaigns/new"],
  "karim@travee.example": portalPages("shop"),
  "julie@travee.example": portalPages("operator"),
}

/** Wide in French, a phone's width in English: no serious finding of axe, no sideways scroll, no lost page. */
describe.each([
  { language: "fr", locale: "fr-FR", width: 1440 },
  { language: "en", locale: "en-GB", width: 390 },
] as const)("every page in $language at $width pixels", ({ language, locale, width }) => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser.close())

  it("of the shop is sound", async () => {
    const page = await (await person(browser, { locale, width })).newPage()
    const { storefront } = house()
    const prefix = language === "fr" ? "" : "/en"
    const problems: string[] = []
    for (const path of [...SHOP, ...SHOP_MORE])
      problems.push(...(await problemsOf(page, `${storefront}${prefix}${path}`)))
    await page.goto(`${storefront}${prefix}/search?q=pull`)
    await page.locator('main a[href*="/p/"]').first().click()
    await page.waitForURL(/\/p\//)
    problems.push(...(await problemsOf(page, page.url())))
    expect(problems).toEqual([])
  })

  it.each(Object.keys(ROOMS))("of the portal is sound for %s", async (email) => {
    const { portal } = house()
    const words = wordsOf("portal", language)
    const page = await (await person(browser, { locale, width })).newPage()
    await page.goto(`${portal}/sign-in`)
    if (language === "en") await page.getByRole("button", { name: /Switch to English/ }).click()
    await page.getByLabel(words("signIn.email")).fill(email)
    await page.getByLabel(words("signIn.password")).fill(PASSWORD)
    await page.getByRole("button", { name: words("signIn.submit") }).click()
    await page.waitForURL((url) => !url.pathname.includes("sign-in"))
    const problems: string[] = []
    for (const path of ROOMS[email]!) {
      problems.push(...(await problemsOf(page, `${portal}${path}`)))
      if (await page.getByText(words("notFound.title")).isVisible()) problems.push(`${path} leads nowhere`)
    }
    expect(problems).toEqual([])
  })
})

async function problemsOf(page: Page, address: string): Promise<string[]> {
  await page.goto(address, { waitUntil: "networkidle" })
  await page.locator("h1").first().waitFor()
  const problems = await seriousFindings(page)
  if (await scrollsSideways(page)) problems.push(`${address} scrolls sideways`)
  return problems
}
