import type { Browser, Download, Locator, Page } from "playwright-core"
import type { Caller } from "../support/api"
import { type House, house, launch, person } from "./support/chromium"
import { articlesOf, FAULTY, fileOf, GOOD, LINES, MEANT } from "./support/cups"
import { enterPortal } from "./support/entering"
import { inRoom, openShop, OPERATOR, type Shop } from "./support/selling"
import { sound } from "./support/sound"
import { wordsOf } from "./support/words"

jest.setTimeout(300_000)

const PRICE = 1200
const RAISED = 1500
const TRACKING = ["6A11223344556", "6A66554433221"]
const SOON_MS = 5_000

/**
 * Journey 2, a seller's day, in a shop of its own. What needs weeks is proven with the clock in hand: a reduction that has
 * become true after forty days in catalogue.http.spec.ts, punctuality (K7, late shipments), which is judged the day after the promised day, in figures.http.spec.ts, the
 * subscription of a month by its days in commission.http.spec.ts and the months' papers in billing.http.spec.ts. A month's
 * subscription stands in the demonstration's own seller's statement, which is added up here.
 */
describe.each([
  { language: "fr", locale: "fr-FR", width: 1440, intl: "fr-FR" },
  { language: "en", locale: "en-GB", width: 390, intl: "en-IE" },
] as const)("a seller's day in $language at $width pixels", ({ language, locale, width, intl }) => {
  const words = wordsOf("portal", language)
  const shopWords = wordsOf("storefront", language)
  const money = (cents: number): string =>
    new Intl.NumberFormat(intl, { style: "currency", currency: "EUR" }).format(cents / 100)
  const number = (value: number): string => new Intl.NumberFormat(intl).format(value)

  const key = Date.now().toString(36).slice(-6)
  const articles = articlesOf(key)
  const chosen = articles[0]!

  let browser: Browser
  let at: House
  let ask: Caller
  let shop: Shop
  let page: Page
  let shopper: Page
  let operator: Page
  let orderAddress: string
  const orders: { number: string; email: string }[] = []

  beforeAll(async () => {
    at = house()
    ask = await inRoom(at, OPERATOR, "OPERATOR")
    shop = await openShop(at, ask, { name: `Faïencerie ${key}`, locale: language })
    browser = await launch()
    page = await enter(shop.email)
    operator = await enter(OPERATOR)
    shopper = await (await person(browser, { locale, width })).newPage()
  })
  afterAll(() => browser?.close())

  it("imports twenty lines with two faulty: eighteen drafts, two errors by line", async () => {
    await visit(page, "/seller/imports")
    expect(await sound(page)).toEqual([])
    await page
      .getByRole("link", { name: words("imports.new") })
      .first()
      .click()
    await page.getByRole("button", { name: words("imports.choose") }).waitFor()
    expect(await sound(page)).toEqual([])
    const asked = page.waitForEvent("filechooser")
    await page.getByRole("button", { name: words("imports.choose") }).click()
    const csv = { name: `tasses-${key}.csv`, mimeType: "text/csv", buffer: fileOf(articles) }
    await (await asked).setFiles(csv)

    await page.getByRole("region", { name: words("imports.mapping") }).waitFor()
    await page.getByText(`${number(LINES)} ${language === "fr" ? "lignes" : "lines"}, CSV`).waitFor()
    for (const [column, field] of MEANT)
      expect(await page.getByLabel(meaning(column), { exact: true }).inputValue()).toBe(field)
    expect(await sound(page)).toEqual([])

    await page.getByRole("button", { name: words("imports.dryRun") }).click()
    await page.getByText(words("longWork.done")).waitFor({ timeout: 60_000 })
    expect(await tally()).toEqual({ created: 0, proposed: GOOD, failed: 2 })
    expect(await sound(page)).toEqual([])
    await page.getByRole("button", { name: words("imports.startNow") }).click()
    await page.getByRole("button", { name: words("imports.start"), exact: true }).click()
    await page.getByRole("link", { name: words("imports.seeOffers") }).waitFor({ timeout: 60_000 })
    expect(await tally()).toEqual({ created: GOOD, proposed: 0, failed: 2 })
    const problems = rows(page, words("imports.problems"))
    await line(problems, FAULTY.price + 1, "BAD_PRICE").waitFor()
    await line(problems, FAULTY.gtin + 1, "BAD_GTIN").waitFor()
    expect(await problems.count()).toBe(2)
    expect(await sound(page)).toEqual([])
    const report = await downloaded(page, () => page.getByRole("button", { name: words("imports.report") }).click())
    expect(report).toContain(`${FAULTY.price + 1},${language === "fr" ? "erreur" : "error"},BAD_PRICE`)

    await page.getByRole("link", { name: words("imports.seeOffers") }).click()
    await page.getByText(counted("offers.allFound_other", GOOD)).waitFor()
    expect(
      await rows(page, words("nav.offers"))
        .filter({ hasText: words("states.DRAFT") })
        .count(),
    ).toBe(GOOD)
    expect(await sound(page)).toEqual([])
  })

  it("refuses «−20 % from 15» of what was 12 within thirty days, and says so", async () => {
    await visit(page, `/seller/offers?q=${chosen.sku}`)
    await setCell("common.price", PRICE, plain(RAISED))
    await cell("common.price").getByText(money(RAISED)).waitFor()

    await row().getByRole("checkbox").check()
    const bar = page.getByRole("region", { name: words("list.selection") })
    await bar.getByRole("button", { name: words("offers.edit_price") }).click()
    const asking = page.getByRole("dialog")
    await asking.getByLabel(words("offers.way")).selectOption("discount")
    await asking.getByLabel(words("offers.percent")).fill("20")
    expect(await sound(page)).toEqual([])
    await asking.getByRole("button", { name: words("offers.apply") }).click()
    await page.getByText(lowest()).waitFor()
    await cell("common.price").getByText(money(RAISED)).waitFor()

    // The same by hand: twelve now, fifteen before.
    await row()
      .getByRole("button", { name: new RegExp(`^${chosen.title}`) })
      .click()
    const drawer = page.getByRole("dialog")
    await drawer
      .getByText(words("offers.lowest"))
      .filter({ hasText: money(PRICE) })
      .waitFor()
    await drawer.getByLabel(words("seller.price")).fill(plain(PRICE))
    await drawer.getByLabel(words("offers.before")).fill(plain(RAISED))
    expect(await sound(page)).toEqual([])
    await drawer.getByRole("button", { name: words("common.save") }).click()
    await drawer.getByRole("alert").getByText(lowest()).waitFor()
    expect(await sound(page)).toEqual([])
    await drawer.getByRole("button", { name: words("common.cancel") }).click()
    await drawer.waitFor({ state: "detached" })
  })

  it("is found within five seconds of publishing, under «sold by»", async () => {
    await visit(page, `/seller/offers?state=DRAFT`)
    await page.getByText(counted("offers.allFound_other", GOOD)).waitFor()
    await page
      .getByRole("button", { name: words("offers.publish"), exact: true })
      .first()
      .click()
    await page.getByText(counted("offers.changed_other", GOOD)).waitFor({ timeout: 60_000 })
    const published = Date.now()
    const address = `${at.storefront}/${language}/search?q=${encodeURIComponent(chosen.word)}`
    do await shopper.goto(address)
    while (!(await tile().isVisible()) && Date.now() - published < 4 * SOON_MS)
    const waited = Date.now() - published
    await tile().waitFor()
    expect(waited).toBeLessThan(SOON_MS)

    await shopper.goto(`${at.storefront}/${language}/search?q=tasse`)
    await facet(async (filters) => {
      const group = filters.getByRole("group", { name: language === "fr" ? "Vendu par" : "Sold by" })
      const more = group.getByRole("button", { name: shopWords("facets.showMore") })
      if (await more.isVisible()) await more.click()
      await group.getByRole("checkbox", { name: new RegExp(`${shop.name}.*${GOOD}`) }).check()
    })
    await shopper.waitForURL(/f\.|seller/)
    await shopper.getByText(shopCounted(GOOD)).first().waitFor()
    expect(await sound(shopper)).toEqual([])
  })

  it("shows its pictures, its seller and no false price before on the product page", async () => {
    await shopper.goto(`${at.storefront}/${language}/search?q=${encodeURIComponent(chosen.word)}`)
    await tile().getByRole("link").first().click()
    await shopper.getByRole("heading", { level: 1, name: chosen.title }).waitFor()
    const second = shopper.getByRole("button", { name: numbered("buy.picture", 2) })
    await second.click()
    expect(await second.getAttribute("aria-current")).toBe("true")
    await shopper.getByRole("link", { name: shop.name }).first().waitFor()
    await shopper.getByText(money(RAISED)).first().waitFor()
    expect(await shopper.getByText(shopWords("price.prior")).count()).toBe(0)
    expect(await sound(shopper)).toEqual([])
  })

  it("refuses the third of three who buy the last two at once", async () => {
    await visit(page, `/seller/offers?q=${chosen.sku}`)
    await setCell("common.stock", 5, "2")
    await cell("common.stock").getByText("2", { exact: true }).waitFor()
    const product = shopper.url().split("?")[0]!
    const buyers = await Promise.all([0, 1, 2].map((n) => readyToPay(product, `client-${key}-${n}@exemple.example`)))
    expect(await sound(buyers[0]!.page)).toEqual([])
    const outcomes = await Promise.all(
      buyers.map(async (buyer) => {
        await buyer.page.getByRole("button", { name: shopWords("forms.orderNow") }).click()
        const refused = buyer.page.getByText(shopWords("errors.OUT_OF_STOCK"))
        await buyer.page.getByText(shopWords("order.thanks")).or(refused).first().waitFor({ timeout: 60_000 })
        if (await refused.isVisible()) return sound(buyer.page)
        const heading = await buyer.page.getByRole("heading", { name: /\d+/ }).first().innerText()
        orders.push({ number: /(\d+)/.exec(heading)![1]!, email: buyer.email })
        return "bought"
      }),
    )
    expect(outcomes.filter((outcome) => outcome === "bought")).toHaveLength(2)
    expect(outcomes.filter((outcome) => outcome !== "bought")).toEqual([[]])
    await visit(page, `/seller/offers?q=${chosen.sku}`)
    await cell("common.stock").getByText("0", { exact: true }).waitFor()
    await shopper.goto(product)
    await shopper.getByText(shopWords("product.unavailableTitle")).waitFor()
    expect(await sound(shopper)).toEqual([])
    for (const buyer of buyers) await buyer.page.context().close()
  })

  it("ships with tracking: the shopper is written to, and punctuality counts it", async () => {
    const before = await accepted()
    for (const [index, order] of orders.entries()) {
      await visit(page, "/seller/orders")
      if (index === 0) expect(await sound(page)).toEqual([])
      await page.getByRole("link", { name: new RegExp(order.number) }).click()
      await page.getByRole("button", { name: words("seller.accept"), exact: true }).click()
      await page.getByLabel(words("seller.carrier"), { exact: true }).fill("Colissimo")
      await page.getByLabel(words("seller.tracking"), { exact: true }).fill(TRACKING[index]!)
      if (index === 0) expect(await sound(page)).toEqual([])
      await page.getByRole("button", { name: words("seller.ship"), exact: true }).click()
      await page.getByText(TRACKING[index]!).waitFor()
      await page.getByRole("button", { name: words("seller.markDelivered") }).click()
      await page.getByText(words("states.DELIVERED"), { exact: true }).first().waitFor()
      orderAddress = page.url()
    }
    expect(await sound(page)).toEqual([])

    for (const [index, order] of orders.entries()) {
      await visit(operator, `/operator/mails?q=${encodeURIComponent(order.email)}`)
      await rows(operator, words("nav.mails"))
        .filter({ hasText: /est parti|is on its way/ })
        .getByRole("button")
        .first()
        .click()
      const mail = operator.getByRole("dialog")
      await mail.getByRole("tab", { name: words("mails.text") }).click()
      await mail.getByText(TRACKING[index]!).first().waitFor()
      await mail.getByRole("heading", { name: language === "fr" ? /est parti$/ : /is on its way$/ }).waitFor()
      if (index === 0) expect(await sound(operator)).toEqual([])
    }

    expect([before, await accepted()]).toEqual([0, orders.length])
    expect(await sound(page)).toEqual([])
    await visit(page, "/seller/figures/K7?days=30")
    await page.getByRole("heading", { level: 1, name: words("figures.K7") }).waitFor()
    expect(await sound(page)).toEqual([])
  })

  it("has a statement whose gross, commission, subscription and net agree to the cent", async () => {
    await page.goto(orderAddress)
    const panel = page.getByRole("region", { name: words("seller.money") })
    const [goods, delivery, commission, net] = await Promise.all(
      (["seller.items", "common.delivery", "seller.commission", "seller.net"] as const).map((term) =>
        amountOf(panel, words(term)),
      ),
    )
    expect(goods).toBe(RAISED)
    expect(goods! + delivery! + commission!).toBe(net)

    await visit(page, "/seller/statement")
    const totals = page.getByRole("region", { name: words("seller.byKind") })
    const kind = (name: string): Promise<number> => amountOf(totals, words(`kinds.${name}`))
    await totals.waitFor()
    expect(await kind("order_amount")).toBe(2 * RAISED)
    expect(await kind("order_shipping")).toBe(2 * delivery!)
    const fees = (await kind("commission_fee")) + (await kind("commission_vat"))
    expect(fees).toBe(2 * commission!)
    expect(await figure(page, words("seller.closing"))).toBe(2 * net!)
    expect(await sound(page)).toEqual([])
    await statementAddsUp(page, 2 * net!)
    await visit(page, "/seller/tariff")
    await page.getByText(words("fees.noFees")).waitFor()
    expect(await sound(page)).toEqual([])

    // A month that is over, with its subscription.
    const anna = await enter("anna@brindille.example")
    await visit(anna, "/seller/statement")
    await anna.getByRole("button", { name: words("seller.previousMonth") }).click()
    const byKind = anna.getByRole("region", { name: words("seller.byKind") })
    await byKind.getByText(words("kinds.subscription_fee"), { exact: true }).waitFor()
    const [opening, closing] = [
      await figure(anna, words("seller.opening")),
      await figure(anna, words("seller.closing")),
    ]
    const sum = (await amountsOf(byKind)).reduce((a, b) => a + b, 0)
    expect(opening + sum).toBe(closing)
    expect(await amountOf(byKind, words("kinds.subscription_fee"))).toBeLessThan(0)
    await statementAddsUp(anna, closing - opening)
    expect(await sound(anna)).toEqual([])
    await anna.context().close()
  })

  it("does not show another seller's order at its address", async () => {
    const other = await enter("bruno@lueur.example")
    await other.goto(orderAddress)
    await other.getByText(words("errors.NOT_FOUND")).first().waitFor()
    expect(await other.getByRole("main").innerText()).not.toContain(chosen.title)
    expect(await sound(other)).toEqual([])
    await other.context().close()
    await visit(page, "/seller/proposals")
    await page.getByText(words("states.ACCEPTED")).first().waitFor()
    expect(await sound(page)).toEqual([])
  })

  const enter = (email: string): Promise<Page> => enterPortal(browser, at, { email, language, locale, width })

  async function visit(who: Page, path: string): Promise<void> {
    await who.goto(`${at.portal}${path}`)
    await who.getByRole("heading", { level: 1 }).first().waitFor()
  }

  /** Rows of the table with this name, without its head. */
  const rows = (who: Page, label: string | RegExp): Locator =>
    who
      .getByRole("region", { name: label, exact: true })
      .getByRole("row")
      .filter({ has: who.getByRole("cell") })

  const row = (): Locator => rows(page, words("nav.offers")).filter({ hasText: chosen.title }).first()
  const cell = (name: string): Locator => row().getByRole("button", { name: `${words(name)} ${chosen.sku}` })

  async function setCell(name: string, from: number, to: string): Promise<void> {
    await cell(name).click()
    const field = page.getByRole("textbox", { name: `${words(name)} ${chosen.sku}` })
    expect(await field.inputValue()).toBe(name === "common.price" ? plain(from) : String(from))
    await field.fill(to)
    await field.press("Enter")
    await page.getByText(words("offers.saved"), { exact: true }).first().waitFor()
  }

  /** As it is typed. */
  const plain = (cents: number): string => (cents / 100).toFixed(2).replace(".", language === "fr" ? "," : ".")
  const lowest = (): RegExp =>
    new RegExp(`${(words("errors.FALSE_BEFORE_PRICE_LOWEST") as RegExp).source.split(".*")[0]}${money(PRICE)}`)
  const meaning = (column: string): RegExp =>
    new RegExp(`^${(words("imports.meaningOf") as RegExp).source.replace(".*", escaped(column))}$`)
  const counted = (word: string, count: number): RegExp =>
    new RegExp(`^${(words(word) as RegExp).source.replace(".*", number(count))}`)
  const shopCounted = (count: number): RegExp => new RegExp(`^${count} ${language === "fr" ? "produits" : "products"}`)
  const numbered = (word: string, value: number): RegExp =>
    new RegExp(`^${(shopWords(word) as RegExp).source.replace(".*", String(value))}$`)
  const line = (problems: Locator, at: number, code: string): Locator =>
    problems
      .filter({ has: page.getByRole("cell", { name: String(at), exact: true }) })
      .getByText(words(`importProblems.${code}`))

  async function tally(): Promise<{ created: number; proposed: number; failed: number }> {
    const of = async (name: string): Promise<number> => {
      const term = page.getByRole("term").filter({ hasText: words(`imports.${name}`) })
      return Number(await page.locator("dl > div").filter({ has: term }).getByRole("definition").innerText())
    }
    return { created: await of("created"), proposed: await of("proposed"), failed: await of("failed") }
  }

  const tile = (): Locator =>
    shopper
      .getByRole("list", { name: shopWords("results.list") })
      .getByRole("listitem")
      .filter({ hasText: chosen.title })
      .first()

  /** The rail of filters, or the sheet that a phone opens. */
  async function facet(use: (filters: Locator) => Promise<void>): Promise<void> {
    if (width > 1000) return use(shopper.getByRole("complementary", { name: shopWords("results.filters") }))
    await shopper
      .getByRole("button", { name: shopWords("results.filters") })
      .first()
      .click()
    const sheet = shopper.getByRole("dialog")
    await use(sheet)
    await sheet.getByRole("button", { name: `Show ${GOOD} products` }).click()
  }

  async function readyToPay(product: string, email: string): Promise<{ page: Page; email: string }> {
    const buyer = await (await person(browser, { locale, width })).newPage()
    await buyer.goto(product)
    await buyer
      .getByRole("button", { name: shopWords("buy.add"), exact: true })
      .first()
      .click()
    await buyer
      .getByRole("dialog")
      .getByRole("link", { name: shopWords("buy.seeBasket") })
      .click()
    await buyer.getByRole("link", { name: shopWords("basket.checkout") }).click()
    for (const [field, value] of Object.entries({ ...ADDRESS, email }))
      await buyer
        .getByLabel(shopWords(`forms.contact.${field}`), { exact: true })
        .first()
        .fill(value)
    await buyer.getByRole("button", { name: shopWords("forms.contact.continue") }).click()
    await buyer.getByRole("button", { name: shopWords("forms.delivery.continue") }).click()
    await buyer.getByRole("button", { name: shopWords("forms.orderNow") }).waitFor()
    return { page: buyer, email }
  }

  /** Orders that the performance page counts as accepted, all of those received. */
  async function accepted(): Promise<number> {
    await visit(page, "/seller/performance")
    const levels = rows(page, words("levels.title"))
    await levels.filter({ hasText: words("levels.lateShipment") }).waitFor()
    const { sellerServiceLevels } = await shop.member<{
      sellerServiceLevels: { figures: { level: string; count: number; of: number }[] }
    }>(`{ sellerServiceLevels { figures { level count of } } }`)
    const { count, of } = sellerServiceLevels.figures.find(({ level }) => level === "acceptance")!
    expect(count).toBe(of)
    return count
  }

  async function figure(who: Page, label: string | RegExp): Promise<number> {
    const name = who.getByRole("main").getByText(label, { exact: true }).first()
    return centsIn((await name.locator("xpath=..").innerText()).replace(String(label), ""))
  }

  const amountOf = async (panel: Locator, term: string | RegExp): Promise<number> => {
    const named = panel
      .page()
      .getByRole("term")
      .filter({ hasText: new RegExp(`^${escaped(String(term))}$`) })
    return centsIn(await panel.locator("dl > div").filter({ has: named }).getByRole("definition").first().innerText())
  }
  const amountsOf = async (panel: Locator): Promise<number[]> =>
    (await panel.getByRole("definition").allInnerTexts()).map(centsIn)

  /** The file of the month has every entry: they add up to what the page says. */
  async function statementAddsUp(who: Page, movement: number): Promise<void> {
    const csv = await downloaded(who, () => who.getByRole("button", { name: "CSV" }).click())
    const amounts = csv
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((each) => centsIn(each.split(language === "fr" ? ";" : ",").at(-2)!))
    expect(amounts.reduce((a, b) => a + b, 0)).toBe(movement)
  }
})

const ADDRESS = {
  firstName: "Nora",
  lastName: "Diallo",
  street: "5 rue des Marronniers",
  postalCode: "69002",
  city: "Lyon",
}

/** "−1 234,56 €" or "€1,234.56" in cents. */
function centsIn(text: string): number {
  const digits = Number(text.replace(/\D/g, ""))
  return /[-−]/.test(text) ? -digits : digits
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

async function downloaded(who: Page, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([who.waitForEvent("download") as Promise<Download>, click()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString("utf8")
}
