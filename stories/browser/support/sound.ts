import type { Page } from "playwright-core"
import { scrollsSideways, seriousFindings } from "./chromium"

let pictures = 0

/** What is wrong with the page as it stands: serious findings of axe, and scrolling sideways. */
export async function sound(page: Page): Promise<string[]> {
  await comeToRest(page)
  const problems = await seriousFindings(page)
  if (await scrollsSideways(page)) problems.push(`${page.url()} scrolls sideways`)
  // For who wants to look: a folder to keep each page in as it was judged.
  const folder = process.env.JOURNEY_PICTURES
  const whole = (await page.getByRole("dialog").or(page.getByRole("alertdialog")).count()) === 0
  if (folder)
    await page.screenshot({ path: `${folder}/${String((pictures += 1)).padStart(3, "0")}.png`, fullPage: whole })
  return problems
}

/**
 * What is still fading has not its colours. What turns for ever is not waited for; a word of success goes by itself, and
 * may begin to fade while the page is judged.
 */
async function comeToRest(page: Page): Promise<void> {
  const toasts = page.locator("[data-sonner-toast]").first()
  await toasts.waitFor({ state: "detached", timeout: 6000 }).catch(() => undefined) // one under the pointer stays
  await page.evaluate(() =>
    Promise.race([
      Promise.allSettled(
        document
          .getAnimations()
          .filter((each) => each.effect?.getComputedTiming().iterations !== Infinity)
          .map((each) => each.finished),
      ),
      new Promise((resolve) => setTimeout(resolve, 2000)),
    ]),
  )
}
