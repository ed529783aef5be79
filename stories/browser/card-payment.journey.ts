import type { Browser, BrowserContext, Page } from "playwright-core"
import { StripeDouble } from "@gondola/marketplace"
import { launch, person } from "./support/chromium"
import { OwnHouse } from "./support/own-house"
import { sound } from "./support/sound"
import { CARDS, stripeInBrowser } from "./support/stripe-in-browser"
import { wordsOf } from "./support/words"

jest.setTimeout(900_000)

const PRODUCT = "mug-sous-bois"

/**
 * A card in the shop. Nothing here reaches Stripe: the API talks to the recorded double, and the browser gets a stand-in for
 * Stripe's script (support/stripe-js-double.js), so that what is proven is the shop's own part: fields, refusal, another try,
 * a bank that asks for more, a double click, one order and one capture. The demonstration is made before cards are turned on.
 */
describe("a shopper pays by card", () => {
  const at = new OwnHouse()
  const double = new StripeDouble(() => new Date())
  let browser: Browser

  beforeAll(async () => {
    const address = await double.start()
    await at.open()
    const before = await fetch(`${at.storefront}/basket`)
    expect(before.headers.get("content-security-policy")).not.toContain("stripe")
    await at.stop()
    await at.open({
      STRIPE_API_KEY: "sk_test_recorded",
      STRIPE_WEBHOOK_SECRET: "whsec_only_for_tests",
      STRIPE_PUBLISHABLE_KEY: "pk_test_recorded",
      STRIPE_API_URL: address,
    })
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await double.stop()
    await at.close()
  })

  describe.each([
    { language: "fr", locale: "fr-FR", width: 1440 },
    { language: "en", locale: "en-GB", width: 390 },
  ] as const)("in $language at $width pixels", ({ language, locale, width }) => {
    const words = wordsOf("storefront", language)
    const prefix = language === "fr" ? "" : "/en"
    const labels =
      language === "fr"
        ? ["Numéro de carte", "Date d’expiration", "Code de sécurité"]
        : ["Card number", "Expiry date", "Security code"]
    let context: BrowserContext
    let page: Page

    beforeEach(async () => {
      context = await person(browser, { locale, width })
      await stripeInBrowser(context, double)
      page = await context.newPage()
    })
    afterEach(() => context.close())

    it("says what is wrong with the card, takes another, and makes one order of a double click", async () => {
      await toPayment()
      const policy = (await page.request.get(`${at.storefront}${prefix}/basket`)).headers()["content-security-policy"]
      expect(policy).toContain("https://js.stripe.com")
      expect(await sound(page)).toEqual([])
      await order().click()
      await page.getByText(words("forms.card.fields")).waitFor()
      expect(await sound(page)).toEqual([])
      await fill(CARDS.declined)
      await order().click()
      const refused = page.getByText(language === "fr" ? "Votre carte a été refusée." : "Your card was declined.")
      await refused.waitFor()
      expect(await sound(page)).toEqual([])

      const before = captures()
      await fill(CARDS.good)
      await order().dblclick()
      await page.waitForURL(/\/order\//, { timeout: 60_000 })
      await page.getByRole("heading", { name: words("order.thanks") }).waitFor()
      expect(captures()).toBe(before + 1)
      expect(await sound(page)).toEqual([])
    })

    it("goes to the bank and back: refused, then approved by keyboard alone, one order", async () => {
      await toPayment()
      await fill(CARDS.asksTheBank)
      await order().click()
      await page.getByRole("link", { name: "Refuse" }).click()
      await page.getByText(words("forms.card.refused")).waitFor()
      expect(await sound(page)).toEqual([])
      await page.getByRole("link", { name: words("forms.card.otherCard") }).click()

      const before = captures()
      await page.getByLabel(labels[0]!).focus()
      await page.keyboard.type(CARDS.asksTheBank)
      for (const value of ["1230", "123"]) {
        await page.keyboard.press("Tab")
        await page.keyboard.type(value)
      }
      await page.keyboard.press("Enter")
      await page.getByRole("link", { name: "Approve" }).click()
      await page.waitForURL(/\/order\//, { timeout: 60_000 })
      expect(page.url()).not.toContain("secret")
      expect(captures()).toBe(before + 1)
      // Back, and the same address again: the order that was made, no second one.
      const placed = page.url()
      await page.goBack()
      await page.waitForURL((url) => url.pathname.includes("/order/") || url.pathname.includes("/checkout"))
      expect(captures()).toBe(before + 1)
      await page.goto(placed)
      await page.getByRole("heading", { level: 1 }).waitFor()
    })

    const order = () => page.getByRole("button", { name: words("forms.orderNow") })
    const captures = (): number => double.calls.filter(({ path }) => path.endsWith("/capture")).length

    async function fill(number: string): Promise<void> {
      for (const [index, value] of [number, "12/30", "123"].entries()) await page.getByLabel(labels[index]!).fill(value)
    }

    async function toPayment(): Promise<void> {
      await page.goto(`${at.storefront}${prefix}/p/${PRODUCT}`)
      await page
        .getByRole("button", { name: words("buy.add"), exact: true })
        .first()
        .click()
      await page
        .getByRole("dialog")
        .getByRole("link", { name: words("buy.seeBasket") })
        .waitFor()
      await page.goto(`${at.storefront}${prefix}/checkout`)
      const fields = {
        email: "nora@exemple.example",
        firstName: "Nora",
        lastName: "Diallo",
        street: "5 rue des Marronniers",
        postalCode: "69002",
        city: "Lyon",
      }
      for (const [key, value] of Object.entries(fields))
        await page
          .getByLabel(words(`forms.contact.${key}`), { exact: true })
          .first()
          .fill(value)
      await page.getByRole("button", { name: words("forms.contact.continue") }).click()
      await page.getByRole("button", { name: words("forms.delivery.continue") }).click()
      await page.getByLabel(labels[0]!).waitFor()
    }
  })
})
