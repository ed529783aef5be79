import { readFileSync } from "node:fs"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"

export interface House {
  readonly storefront: string
  readonly portal: string
  readonly api: string
}

/** Where `npm test` opened the marketplace. @throws when it did not */
export function house(): House {
  const { GONDOLA_STOREFRONT_URL: storefront, GONDOLA_PORTAL_URL: portal, GONDOLA_API_URL: api } = process.env
  if (!storefront || !portal || !api) throw new Error("Run the journeys with: npm test -- --only browser")
  return { storefront, portal, api }
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
  })

/** A person with a browser of their own. */
export async function person(
  browser: Browser,
  options: { locale: "fr-FR" | "en-GB"; width?: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: options.locale,
    timezoneId: "Europe/Paris",
    viewport: { width: options.width ?? 1440, height: 900 },
    // A browser in a test says «headless», and clicks of programs are not billed.
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/144.0.0.0 Safari/537.36",
  })
  context.setDefaultTimeout(20_000)
  return context
}

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

/** Serious and critical findings of axe on the page as it is, a line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }
    }
    return (await axe.run()).violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0]?.html ?? "" }))
  })
  return findings
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, html }) => `${page.url()} ${id}: ${html.slice(0, 160)}`)
}

/** Whether the page itself scrolls sideways, which no width may make it do. */
export const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
