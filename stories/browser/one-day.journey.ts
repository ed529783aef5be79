import type { Browser, Locator, Page } from "playwright-core"
import { type House, house, launch, person } from "./support/chromium"
import { wordsOf } from "./support/words"

jest.setTimeout(300_000)

const PASSWORD = "parapluie-violet-42"
const EMAIL = "nora@exemple.example"
const shop = wordsOf("storefront", "fr")
const portal = wordsOf("portal", "fr")

/** One day in French at every face: a mixed basket, its parcels, a paid click, a return over the counter, the audit. */
describe("one day at the marketplace", () => {
  let browser: Browser
  let at: House
  let shopper: Page
  let orderUrl: string
  let orderNumber: string
  const rooms = new Map<string, Page>()

  beforeAll(async () => {
    at = house()
    browser = await launch()
    shopper = await (await person(browser, { locale: "fr-FR" })).newPage()
  })
  afterAll(() => browser.close())

  it("keeps what is typed before the page is alive", async () => {
    const early = await (await browser.newContext({ locale: "fr-FR" })).newPage()
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    await early.route(/\.js(\?|$)/, (route) => held.then(() => route.continue()))
    await early.goto(at.storefront, { waitUntil: "commit" })
    const box = early.getByRole("combobox", { name: shop("searchBox.label") })
    await box.fill("pull")
    letGo()
    await early.waitForLoadState("networkidle")
    await box.press("Enter")
    await early.waitForURL(/q=pull/)
    await early.context().close()
  })

  it("lets a guest search, filter, and see what is paid for", async () => {
    await shopper.goto(at.storefront)
    const box = shopper.getByRole("combobox", { name: shop("searchBox.label") })
    await box.fill("pull")
    await box.press("Enter")
    await shopper.waitForURL(/q=pull/)
    const tiles = shopper.getByRole("list", { name: shop("results.list") }).getByRole("listitem")
    await tiles.first().waitFor()
    const all = await tiles.count()
    expect(all).toBeGreaterThan(2)
    await shopper.getByRole("checkbox", { name: /Cap Armen/ }).check()
    await shopper.waitForURL(/Cap/)
    const ad = tiles.filter({ hasText: String(shop("ads.label")) }).first()
    await ad.getByRole("button", { name: /Pourquoi cette annonce/ }).click()
    await ad.getByText(/Cap Armen Textile SAS/).waitFor()
    await shopper.keyboard.press("Escape")
    await ad.getByRole("link").first().click()
    await shopper.getByRole("heading", { level: 1, name: /Armen|Lande|Grand large/ }).waitFor()
  })

  it("sells goods of three traders in one order with the obligation to pay", async () => {
    for (const query of GOODS) await putIntoBasket(query)
    await shopper.goto(`${at.storefront}/basket`)
    expect(await shopper.getByText(/Vendu et expédié par/).count()).toBeGreaterThanOrEqual(3)
    await shopper.getByRole("link", { name: shop("basket.checkout") }).click()
    const fill = (key: string, value: string) =>
      shopper
        .getByLabel(shop(`forms.contact.${key}`), { exact: true })
        .first()
        .fill(value)
    await fill("email", EMAIL)
    await fill("firstName", "Nora")
    await fill("lastName", "Diallo")
    await fill("street", "5 rue des Marronniers")
    await fill("postalCode", "69002")
    await fill("city", "Lyon")
    await shopper.getByRole("button", { name: shop("forms.contact.continue") }).click()
    await shopper.getByRole("button", { name: shop("forms.delivery.continue") }).click()
    const order = shopper.getByRole("button", { name: shop("forms.orderNow") })
    await order.dblclick()
    await shopper.waitForURL(/\/order\//, { timeout: 60_000 })
    orderUrl = shopper.url()
    const heading = await shopper
      .getByText(/n°\s*\d+/)
      .first()
      .innerText()
    orderNumber = /n°\s*(\d+)/.exec(heading)![1]!
  })

  it("is shipped by each trader from its own room", async () => {
    for (const email of ["anna@brindille.example", "bruno@lueur.example"]) {
      const seller = await enter(email)
      await seller.goto(`${at.portal}/seller/orders`)
      await seller
        .getByRole("link", { name: new RegExp(orderNumber) })
        .first()
        .click()
      await seller.getByRole("button", { name: portal("seller.accept") }).click()
      await seller.getByLabel(portal("seller.carrier")).fill("Colissimo")
      await seller.getByLabel(portal("seller.tracking")).fill("6A12345678901")
      await seller.getByRole("button", { name: portal("seller.ship"), exact: true }).click()
      await seller.getByRole("button", { name: portal("seller.markDelivered") }).click()
      await seller
        .getByText(/Livré|livré le/)
        .first()
        .waitFor()
    }
    const operator = await enter("julie@travee.example")
    await operator.goto(`${at.portal}/operator/orders`)
    await operator.getByText(EMAIL).first().click()
    const retailersPart = operator.getByRole("button", { name: portal("care.shipRetailer") })
    await retailersPart.click()
    const drawer = operator.getByRole("dialog")
    await drawer.getByLabel(portal("seller.carrier")).fill("Colissimo")
    await drawer.getByLabel(portal("seller.tracking")).fill("6A10987654321")
    await drawer.getByRole("button", { name: portal("seller.ship"), exact: true }).click()
    await drawer.waitFor({ state: "detached" })
    await retailersPart.click()
    await operator
      .getByRole("dialog")
      .getByRole("button", { name: portal("operator.retailerDelivered") })
      .click()
    await operator.getByRole("dialog").waitFor({ state: "detached" })
  })

  it("comes back over the counter of Lyon with one refund", async () => {
    const clerk = await enter("karim@travee.example")
    await clerk.goto(`${at.portal}/shop`)
    for (const digit of "4826") await clerk.getByRole("button", { name: digit, exact: true }).click()
    await clerk.getByRole("button", { name: portal("desk.unlock") }).click()
    await clerk.getByLabel(portal("desk.number")).fill(orderNumber)
    await clerk.getByLabel(portal("desk.email")).fill(EMAIL)
    await clerk.getByRole("button", { name: portal("desk.find") }).click()
    const more = clerk.getByRole("button", { name: portal("desk.more") })
    await more.first().waitFor()
    const lines = await more.count()
    expect(lines).toBeGreaterThanOrEqual(3)
    for (let index = 0; index < lines; index += 1) await more.nth(index).click()
    await clerk.getByRole("button", { name: portal("desk.quote") }).click()
    await clerk.getByRole("button", { name: portal("desk.signType") }).click()
    await clerk.getByLabel(portal("desk.signName")).fill("Nora Diallo")
    await clerk.getByRole("button", { name: /^Rembourser/ }).click()
    await clerk
      .getByText(/remboursés/)
      .first()
      .waitFor({ timeout: 60_000 })
    await shopper.goto(orderUrl)
    await shopper
      .getByText(/[Rr]embours/)
      .first()
      .waitFor()
  })

  it("charged the click once and leaves clean books", async () => {
    const brand = await enter("nolwenn@caparmen.example")
    await brand.goto(`${at.portal}/brand`)
    await brand.getByRole("heading", { level: 1 }).waitFor()
    await brand
      .getByRole("button", { name: portal("chart.showTable") })
      .first()
      .click()
    await brand.getByRole("row").nth(1).waitFor()
    const operator = await enter("julie@travee.example")
    await operator.goto(`${at.portal}/operator/audit`)
    await operator.getByText(portal("operator.auditClean")).waitFor({ timeout: 60_000 })
  })

  async function putIntoBasket(query: string): Promise<void> {
    await shopper.goto(`${at.storefront}/search?q=${encodeURIComponent(query)}`)
    await organic().first().getByRole("link").first().click()
    await shopper
      .getByRole("button", { name: shop("buy.add"), exact: true })
      .first()
      .click()
    await shopper
      .getByRole("dialog")
      .getByRole("link", { name: shop("buy.seeBasket") })
      .click()
    await shopper.getByRole("heading", { level: 1, name: shop("basket.title") }).waitFor()
  }

  const organic = (): Locator =>
    shopper
      .getByRole("list", { name: shop("results.list") })
      .getByRole("listitem")
      .filter({ hasNotText: String(shop("ads.label")) })

  async function enter(email: string): Promise<Page> {
    const known = rooms.get(email)
    if (known) return known
    const context = await person(browser, { locale: "fr-FR", width: 1280 })
    const page = await context.newPage()
    rooms.set(email, page)
    await page.goto(`${at.portal}/sign-in`)
    await page.getByLabel(portal("signIn.email")).fill(email)
    await page.getByLabel(portal("signIn.password")).fill(PASSWORD)
    await page.getByRole("button", { name: portal("signIn.submit") }).click()
    await page.waitForURL((url) => !url.pathname.includes("sign-in"))
    return page
  }
})

/** One of the retailer, one of each French seller. */
const GOODS = ["t-shirt quai", "mug sous-bois", "lampe équerre"]
