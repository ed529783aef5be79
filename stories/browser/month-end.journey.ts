import { readFileSync } from "node:fs"
import { inflateSync } from "node:zlib"
import type { Browser, Download, Locator, Page } from "playwright-core"
import type { Caller } from "../support/api"
import { enterPortal } from "./support/entering"
import { type House, house, launch, person } from "./support/chromium"
import { buy, deliver, inRoom, offer, openShop, OPERATOR, type Shop } from "./support/selling"
import { sound } from "./support/sound"
import { wordsOf } from "./support/words"

jest.setTimeout(300_000)

/** Every trader has a line of a thousand euros: four sold, one given back, and DAC7 has to hear of the rest. */
const PRICE = 100_000
const SOLD = 4
const PRODUCT = "suspension-cloche"

const REASONS = {
  fr: "Trois commandes du mois sont parties sans étiquette de sécurité.",
  en: "Three orders of the month left without their safety label.",
}

/**
 * Journey 10, the operator's month-end. What needs months is proven with the clock in hand, on the same code: K1–K11 by
 * fixtures in the two figures.http.spec.ts (the marketplace's, and that of the plugins' figures), the run of a month with
 * its numbers and its second run in billing.http.spec.ts, holds, reserve and netting in payouts.http.spec.ts and
 * sale-to-bank.story.ts, the thresholds of DAC7, its quarters and its reminders in dac7.http.spec.ts, the alerts of days 10
 * and 13 and every step of the interest on a late refund in late-refunds.http.spec.ts. The demonstration has two refunds
 * that are late; each language pays one.
 */
describe.each([
  { language: "fr", locale: "fr-FR", width: 1440, intl: "fr-FR" },
  { language: "en", locale: "en-GB", width: 390, intl: "en-IE" },
] as const)("the operator's month-end in $language at $width pixels", ({ language, locale, width, intl }) => {
  const words = wordsOf("portal", language)
  const money = (cents: number): string =>
    new Intl.NumberFormat(intl, { style: "currency", currency: "EUR" }).format(cents / 100)
  const number = (value: number): string => new Intl.NumberFormat(intl, { maximumFractionDigits: 2 }).format(value)

  let browser: Browser
  let at: House
  let ask: Caller
  let page: Page
  let shop: Shop
  let variant: string
  let order: { number: number; total: number }

  beforeAll(async () => {
    at = house()
    ask = await inRoom(at, OPERATOR, "OPERATOR")
    shop = await openShop(at, ask, { name: "Clair de mois", locale: language })
    const { product } = await ask<{ product: { variants: { gtin: string }[] } }>(
      `query ($handle: String!) { product(handle: $handle) { variants { gtin } } }`,
      { handle: PRODUCT },
    )
    variant = await offer(shop, { gtin: product.variants[0]!.gtin, price: PRICE, stock: 9 })
    browser = await launch()
    page = await enter(OPERATOR)
  })
  afterAll(() => browser?.close())

  it("shows K1 to K11, each with the rows behind it, and counts a sale where it belongs", async () => {
    const before = await board()
    const placed = await buy(at, [{ variant_id: variant, quantity: SOLD }])
    order = { number: placed.number, total: placed.total.amount }
    await deliver(shop, order.number)
    const after = await board()
    expect(after.orders).toBe(before.orders + 1)
    expect(after.goods).toBe(before.goods + SOLD * PRICE)
    expect([after.clicks, after.conversion]).toEqual([after.campaigns.clicks, after.campaigns.conversion])

    await visit("/operator")
    for (const code of CODES) await card(code).waitFor()
    expect(plain(await card("K1").innerText())).toContain(plain(number(Math.round(after.orders / 3) / 10)))
    expect(plain(await card("GOODS_SOLD").innerText())).toContain(plain(money(after.goods)))
    expect(await sound(page)).toEqual([])

    for (const code of CODES) {
      await visit(`/operator/figures/${code}?days=30`)
      await page.getByRole("heading", { level: 1, name: words(`figures.${code}`) }).waitFor()
      await page.getByText(words(`figureHelp.${code}`)).waitFor()
      await rows(words("board.rows"))
        .first()
        .or(page.getByText(words("board.noRows")))
        .first()
        .waitFor()
    }
    await visit("/operator")
    await card("K1").click()
    const sale = rows(words("board.rows")).filter({ hasText: `#${order.number}` })
    await sale.getByText(money(SOLD * PRICE)).waitFor()
    expect(await sound(page)).toEqual([])
    await sale.getByRole("link").click()
    await page.getByRole("heading", { level: 1, name: new RegExp(String(order.number)) }).waitFor()
  })

  it("bills the month once: VAT on the invoice, a PDF with its XML inside, a negative credit note", async () => {
    await visit("/operator/documents")
    const panel = page.getByRole("region", { name: words("billing.title") })
    const start = panel.getByRole("button", { name: words("billing.start") })
    await start.waitFor()
    if (await start.isEnabled()) {
      await start.click()
      await confirm(words("billing.start"))
    }
    await panel.getByText(words("billing.nothing")).waitFor({ timeout: 60_000 })
    expect(await start.isDisabled()).toBe(true)
    await panel.getByText(words("longWork.done")).waitFor()
    expect(await sound(page)).toEqual([])

    // Once more, past the button that is shut: the same documents.
    const { month, documents } = await billed()
    await ask(`mutation ($month: String!) { startBilling(month: $month) { id } }`, { month })
    const again = await until(billed, ({ run }) => run.state === "DONE")
    expect([again.run.documents, again.documents]).toEqual([0, documents])

    await visit("/operator/documents?kind=COMMISSION_INVOICE&q=Lueur")
    await rows(words("documents.title")).first().getByRole("button").first().click()
    const drawer = page.getByRole("dialog")
    await drawer.getByText(words("documents.vat")).first().waitFor()
    expect(await sound(page)).toEqual([])
    const [net, vat, gross] = await Promise.all([
      amountOf(drawer, words("documents.net")),
      amountOf(drawer, words("documents.vat")),
      amountOf(drawer, words("documents.gross")),
    ])
    expect([vat, gross]).toEqual([Math.round(net / 5), net + vat])
    const invoice = /\S+$/.exec(await drawer.getByRole("heading").first().innerText())![0]
    const xml = await file(drawer, "XML")
    expect(xml.toString()).toContain(`<ram:ID>${invoice}</ram:ID>`)
    expect(xml.toString()).toContain(`<ram:GrandTotalAmount>${(gross / 100).toFixed(2)}</ram:GrandTotalAmount>`)
    expect(attachmentsOf(await file(drawer, "PDF"))).toContainEqual(xml.toString())

    await drawer.getByRole("button", { name: words("documents.credit") }).click()
    await drawer.getByLabel(words("documents.creditNet")).fill(language === "fr" ? "0,10" : "0.10")
    await drawer.getByLabel(words("documents.reason")).fill(REASONS[language])
    await drawer.getByRole("button", { name: words("documents.creditConfirm") }).click()
    await drawer.getByRole("heading", { name: words("documentKinds.CREDIT_NOTE") }).waitFor()
    await drawer.getByRole("button", { name: invoice, exact: true }).waitFor()
    expect(await amountOf(drawer, words("documents.gross"))).toBe(-12)
    expect(await sound(page)).toEqual([])
    const note = await file(drawer, "XML")
    expect(note.toString()).toContain(`<ram:IssuerAssignedID>${invoice}</ram:IssuerAssignedID>`)
  })

  it("pays what is due after the reserve, and carries what a seller owes", async () => {
    await visit(`/operator/payout-terms?state=TO_VERIFY&q=${encodeURIComponent(shop.name)}`)
    await rows(words("payouts.sellerTerms")).getByRole("button", { name: shop.name }).click()
    const terms = page.getByRole("dialog")
    await terms.getByRole("button", { name: words("payouts.verify"), exact: true }).click()
    await terms.waitFor({ state: "detached" })
    await visit(`/operator/payout-terms?q=${encodeURIComponent(shop.name)}`)
    await rows(words("payouts.sellerTerms")).getByRole("button", { name: shop.name }).click()
    await terms.getByLabel(words("payouts.reserveTarget")).fill("30")
    expect(await sound(page)).toEqual([])
    await terms.getByRole("button", { name: words("common.save") }).click()
    await terms.waitFor({ state: "detached" })

    await charge("CREDIT", "100")
    await runPayouts()
    const payout = rows(words("payouts.operatorTitle")).first()
    await visit(`/operator/payouts?q=${encodeURIComponent(shop.name)}`)
    // 100 € and 20 € of VAT given back, 30 € of them kept in reserve; the sale waits for its return window.
    await payout.getByText(money(9_000)).waitFor()
    await payout.getByRole("button", { name: shop.name }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByText(money(3_000)).first().waitFor()
    await drawer.getByText(words("payouts.TO_PAY")).first().waitFor()
    expect(await sound(page)).toEqual([])
    await drawer.getByRole("button", { name: words("payouts.markPaidOne") }).click()
    const paying = page.getByRole("alertdialog")
    await paying.getByLabel(words("payouts.bankOrder")).fill("SEPA-10")
    await paying.getByRole("button", { name: words("payouts.markPaidOne") }).click()
    await payout.getByText(words("payouts.PAID")).waitFor()

    await charge("PENALTY", "50")
    await runPayouts()
    expect(await whyNot()).toContain(String(words("payouts.NEGATIVE")))
    expect(await sound(page)).toEqual([])
    await runPayouts()
    expect(await whyNot()).toContain(String(words("payouts.NEGATIVE")))
    await visit(`/operator/payouts?q=${encodeURIComponent(shop.name)}`)
    await payout.waitFor()
    expect(await rows(words("payouts.operatorTitle")).count()).toBe(1)
    const seller = await enter(shop.email)
    await seller.goto(`${at.portal}/seller/payouts`)
    await seller.getByText(money(-2_000)).first().waitFor()
    await seller.getByText(words("payouts.RETURN_WINDOW")).waitFor()
    await seller.getByText(money(9_000)).first().waitFor()
    expect(await sound(seller)).toEqual([])
    await seller.context().close()
  })

  it("was told of late refunds, pays one with its interest, and knows what any delay costs", async () => {
    await visit("/operator/mails?q=refund.late")
    await rows(words("nav.mails")).filter({ hasText: "remboursement(s) en retard" }).first().waitFor()
    const { owedRefunds } = await ask<{ owedRefunds: { items: LateRefund[] } }>(
      `{ owedRefunds(state: LATE) { items { orderNumber email daysLate interest { amount } } } }`,
    )
    const late = owedRefunds.items[0]!
    await visit(`/operator/refunds?state=LATE&q=${late.orderNumber}`)
    const row = rows(words("nav.refunds")).filter({ hasText: `#${late.orderNumber}` })
    await row.getByText(money(late.interest.amount)).waitFor()
    expect(await sound(page)).toEqual([])
    await row.getByRole("button").first().click()
    const drawer = page.getByRole("dialog")
    expect(await termOf(drawer, words("refunds.daysLate"))).toBe(String(late.daysLate))
    expect(await sound(page)).toEqual([])
    await page.keyboard.press("Escape")

    const calculator = page.getByRole("region", { name: words("refunds.calculator"), exact: true })
    await calculator.getByLabel(words("refunds.owed")).fill("1000")
    await calculator.getByLabel(words("refunds.dueOn")).fill("2026-03-10")
    await calculator.getByLabel(words("refunds.refundedAt")).fill("2026-03-25")
    await calculator.getByRole("button", { name: words("refunds.calculate") }).click()
    await calculator.getByRole("status").getByText(money(5_000)).waitFor()
    const rates = page.getByRole("region", { name: words("refunds.rates"), exact: true })
    await rates.getByLabel(words("refunds.ratePercent")).fill(language === "fr" ? "6,67" : "6.67")
    await rates.getByLabel(words("refunds.source")).fill("Taux pris pour ce parcours")
    await rates.getByRole("button", { name: words("common.save") }).click()
    await rates.getByText("Taux pris pour ce parcours").waitFor()
    expect(await sound(page)).toEqual([])

    await bringBack(late)
    await visit(`/operator/refunds?state=INTEREST_DUE&q=${late.orderNumber}`)
    await row.getByText(words("refunds.paidAfter_other")).waitFor()
    await row.getByRole("button").first().click()
    await drawer.getByRole("button", { name: words("refunds.pay") }).click()
    const paying = page.getByRole("alertdialog")
    await paying.getByLabel(words("refunds.reference")).fill(`SEPA-${late.orderNumber}`)
    expect(await sound(page)).toEqual([])
    await paying.getByRole("button", { name: words("refunds.pay") }).click()
    await paying.waitFor({ state: "detached" })
    await visit(`/operator/refunds?state=PAID_LATE&q=${late.orderNumber}`)
    await row.getByRole("button").first().click()
    expect(await termOf(drawer, words("refunds.reference"))).toBe(`SEPA-${late.orderNumber}`)
  })

  it("reports the sellers that DAC7 asks for, and only those", async () => {
    await visit("/operator/dac7")
    const sellers = rows(regionName("dac7.sellers"))
    const row = sellers.filter({ hasText: shop.name })
    await row.getByText(words("dac7.REPORTED")).waitFor()
    const { commissionLines } = await ask<{ commissionLines: { items: { amount: { amount: number } }[] } }>(
      `query ($n: Int) { commissionLines(orderNumber: $n) { items { amount { amount } } } }`,
      { n: order.number },
    )
    const commission = commissionLines.items.reduce((sum, { amount }) => sum + amount.amount, 0)
    // Less commission and penalty, plus the fees given back with their VAT.
    await row
      .getByText(money(order.total - commission - 5_000 + 12_000))
      .first()
      .waitFor()
    await sellers.filter({ hasText: "Atelier Brindille" }).getByText(words("dac7.EXCLUDED")).waitFor()
    await sellers.filter({ hasText: "Kumo Paper" }).getByText(words("dac7.ELSEWHERE")).waitFor()
    expect(await page.getByRole("button", { name: words("dac7.make") }).isDisabled()).toBe(true)
    expect(await sound(page)).toEqual([])

    await page.getByRole("button", { name: words("dac7.before") }).click()
    await page.getByText(String(new Date().getFullYear() - 1), { exact: true }).waitFor()
    const reports = rows(regionName("dac7.reports"))
    const before = await reports.count()
    await page.getByRole("button", { name: words("dac7.make") }).click()
    await reports.nth(before).waitFor()
    const xml = await downloaded(() => reports.first().getByRole("button", { name: "XML" }).click())
    expect(xml.toString()).toContain("DPI_OECD")
    expect(xml.toString()).not.toContain(shop.name)
    expect(await sound(page)).toEqual([])
  })

  it("suspends a seller with its reasons: told at once, off the shelf, and a return still goes through", async () => {
    const sheet = `${at.storefront}/${language}/p/${PRODUCT}`
    const shopper = await (await person(browser, { locale, width })).newPage()
    await shopper.goto(sheet)
    await shopper.getByRole("link", { name: shop.name }).first().waitFor()

    await visit(`/operator/sellers?q=${encodeURIComponent(shop.name)}`)
    await rows(words("nav.sellers")).getByRole("link", { name: shop.name }).click()
    await page.getByRole("button", { name: words("dossier.suspend"), exact: true }).click()
    const asking = page.getByRole("alertdialog")
    await asking.getByRole("button", { name: words("dossier.suspend") }).click()
    await asking.getByText(words("operator.reasonError")).waitFor()
    await asking.getByLabel(words("operator.reason")).fill(REASONS[language])
    expect(await sound(page)).toEqual([])
    await asking.getByRole("button", { name: words("dossier.suspend") }).click()
    await asking.waitFor({ state: "detached" })
    await page.getByText(words("states.SUSPENDED")).first().waitFor()
    await page.getByRole("tab", { name: words("dossier.history") }).click()
    const step = rows(words("dossier.history")).filter({ hasText: REASONS[language] })
    await step.getByText(words("states.SUSPENDED")).waitFor()
    expect(await sound(page)).toEqual([])

    await visit(`/operator/mails?q=${encodeURIComponent(shop.email)}`)
    const told = rows(words("nav.mails")).filter({ hasText: /est suspendu|is suspended/ })
    await told.getByRole("button").first().click()
    const mail = page.getByRole("dialog")
    await mail.getByRole("tab", { name: words("mails.text") }).click()
    await mail.getByText(REASONS[language]).first().waitFor()
    expect(await sound(page)).toEqual([])

    await shopper.goto(sheet)
    await shopper.getByRole("heading", { level: 1 }).waitFor()
    expect(await shopper.getByRole("link", { name: shop.name }).count()).toBe(0)
    const seller = await enter(shop.email)
    await seller.goto(`${at.portal}/seller/standing`)
    await seller.getByText(REASONS[language]).waitFor()
    await seller.getByRole("button", { name: words("standing.contest") }).waitFor()
    expect(await sound(seller)).toEqual([])
    await seller.context().close()

    const returned = await bringBack({ orderNumber: order.number, email: "camille@exemple.fr" })
    expect(returned).toContain(plain(money(PRICE)))
    await shopper.context().close()
  })

  it("finds the whole story of the order, every seal intact", async () => {
    await visit("/operator/trail")
    await page.getByLabel(words("trail.order"), { exact: true }).fill(String(order.number))
    await page.getByRole("button", { name: words("trail.search"), exact: true }).click()
    await page.waitForURL(/order=/)
    const told = rows(words("nav.trail"))
    const act = (action: string): Locator => told.filter({ has: page.locator(`[data-act="${action}"]`) })
    await act("return.accepted").first().waitFor()
    for (const action of CHAIN) {
      expect([action, await act(action).count()]).not.toEqual([action, 0])
      expect(await act(action).first().innerText()).toMatch(words(`acts.${action.replace(".", "__")}`))
    }
    expect(await told.filter({ hasText: words("trail.broken") }).count()).toBe(0)
    expect(await sound(page)).toEqual([])
    await act("order.placed").getByRole("button").click()
    await page.getByRole("dialog").getByText(words("trailWords.raw")).click()
    await page.getByRole("dialog").getByText(String(order.total)).waitFor()
    expect(await sound(page)).toEqual([])
    await visit(`/operator/trail?seller=${encodeURIComponent(shop.name)}&action=suspend`)
    await act("seller.suspend").getByText(words("trail.fits")).waitFor({ timeout: 90_000 })
    await page.getByRole("button", { name: words("trail.check") }).click()
    await page.getByText(words("trail.intact_other")).waitFor()
    await visit("/operator/audit")
    await page.getByText(words("operator.auditClean")).waitFor({ timeout: 60_000 })
    expect(await sound(page)).toEqual([])
  })

  const enter = (email: string): Promise<Page> => enterPortal(browser, at, { email, language, locale, width })

  async function visit(path: string): Promise<void> {
    await page.goto(`${at.portal}${path}`)
    await page.getByRole("heading", { level: 1 }).first().waitFor()
  }

  const card = (code: string): Locator => page.getByRole("link", { name: words(`figures.${code}`) }).first()

  /** Rows of the table with this name, without its head. */
  const rows = (label: string | RegExp): Locator =>
    page
      .getByRole("region", { name: label, exact: true })
      .getByRole("row")
      .filter({ has: page.getByRole("cell") })

  const regionName = (key: string): RegExp =>
    new RegExp((words("dac7.table") as RegExp).source.replace(".*", String(words(key))))

  const confirm = (label: string | RegExp): Promise<void> =>
    page.getByRole("alertdialog").getByRole("button", { name: label }).click()

  async function board() {
    const { orders, campaigns, operatorBoard } = await ask<{
      orders: { total: number }
      campaigns: { items: { cells: { number: number | null }[] }[] }
      operatorBoard: { figures: { code: string; currency: string | null; value: number | null }[] }
    }>(
      `{ orders: figureRows(code: K1, days: 30, page: 1, pageSize: 1) { total }
         campaigns: figureRows(code: K5, days: 30, page: 1, pageSize: 100) { items { cells { number } } }
         operatorBoard(days: 30) { figures { code currency value } } }`,
    )
    const value = (wanted: string): number =>
      operatorBoard.figures.find(({ code, currency }) => code === wanted && (currency ?? "EUR") === "EUR")?.value ?? 0
    const sum = (column: number): number =>
      campaigns.items.reduce((total, { cells }) => total + (cells[column]?.number ?? 0), 0)
    const clicks = sum(2)
    return {
      orders: orders.total,
      goods: value("GOODS_SOLD"),
      clicks: value("K6"),
      conversion: Math.round(100 * value("K5")) / 100,
      campaigns: { clicks, conversion: clicks === 0 ? 0 : Math.round((10_000 * sum(3)) / clicks) / 100 },
    }
  }

  async function billed() {
    const answer = await ask<{
      billingPreview: { month: string }
      billingRuns: { items: { state: string; documents: number }[] }
      documents: { total: number }
    }>(`{ billingPreview { month } billingRuns(pageSize: 1) { items { state documents } } documents { total } }`)
    return {
      month: answer.billingPreview.month,
      run: answer.billingRuns.items[0]!,
      documents: answer.documents.total,
    }
  }

  async function charge(kind: "CREDIT" | "PENALTY", amount: string): Promise<void> {
    await visit("/operator/fees")
    await page.getByRole("button", { name: words("fees.chargeTitle") }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel(words("operator.seller")).selectOption({ label: shop.name })
    await drawer.getByLabel(words("fees.kind")).selectOption(kind)
    await drawer.getByLabel(words("fees.amountNet")).fill(amount)
    await drawer.getByLabel(words("fees.reason")).fill(REASONS[language])
    expect(await sound(page)).toEqual([])
    await drawer.getByRole("button", { name: words("fees.charge"), exact: true }).click()
    await drawer.waitFor({ state: "detached" })
  }

  /** Starts a run by hand and waits for its end. */
  async function runPayouts(): Promise<void> {
    await visit("/operator/payouts")
    const runs = page.getByRole("region", { name: words("payouts.runs") }).getByRole("listitem")
    await runs.first().waitFor()
    const first = runs.first().locator("[data-started]")
    const before = await first.getAttribute("data-started")
    await page.getByRole("button", { name: words("payouts.startRun") }).click()
    await confirm(words("payouts.startRun"))
    await until(
      () => first.getAttribute("data-started"),
      (started) => started !== before,
    )
    await runs.first().getByText(words("longWork.done")).waitFor({ timeout: 60_000 })
  }

  /** What the last run says of the shop. */
  async function whyNot(): Promise<string> {
    const panel = page.getByRole("region", { name: words("payouts.runs") })
    await panel
      .getByRole("button", { name: words("payouts.why") })
      .first()
      .click()
    const row = rows(words("payouts.notesTitle")).filter({ hasText: shop.name })
    await row.waitFor()
    return row.innerText()
  }

  /** One unit of the order's first line over the counter of Lyon. @returns what the clerk reads then */
  async function bringBack({ orderNumber, email }: Pick<LateRefund, "orderNumber" | "email">): Promise<string> {
    const desk = await enter("karim@travee.example")
    await desk.goto(`${at.portal}/shop`)
    for (const digit of "4826") await desk.getByRole("button", { name: digit, exact: true }).click()
    await desk.getByRole("button", { name: words("desk.unlock") }).click()
    await desk.getByLabel(words("desk.number")).fill(String(orderNumber))
    await desk.getByLabel(words("desk.email")).fill(email)
    await desk.getByRole("button", { name: words("desk.find") }).click()
    await desk
      .getByRole("button", { name: words("desk.more") })
      .first()
      .click()
    await desk.getByRole("button", { name: words("desk.quote") }).click()
    await desk.getByRole("button", { name: words("desk.signType") }).click()
    await desk.getByLabel(words("desk.signName")).fill("Camille Durand")
    await desk.getByRole("button", { name: words("desk.settle") }).click()
    await desk.getByText(words("desk.settled")).first().waitFor({ timeout: 60_000 })
    const read = plain(await desk.getByRole("main").innerText())
    expect(await sound(desk)).toEqual([])
    await desk.context().close()
    return read
  }

  async function file(drawer: Locator, format: "PDF" | "XML"): Promise<Buffer> {
    return downloaded(() => drawer.getByRole("button", { name: new RegExp(`\\b${format}\\b`) }).click())
  }

  async function downloaded(click: () => Promise<void>): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent("download") as Promise<Download>, click()])
    return readFileSync(await download.path())
  }
})

const CODES = ["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9", "K10", "K11"] as const

const CHAIN = [
  "order.placed",
  "order.accepted",
  "order.shipped",
  "order.delivered",
  "commission.charged",
  "ledger.posted",
  "return.accepted",
  "commission.reversed",
]

const plain = (text: string): string => text.replace(/\s+/g, " ")

/** "−1 234,56 €" or "€1,234.56" in cents. */
function centsIn(text: string): number {
  const digits = Number(text.replace(/\D/g, ""))
  return /[-−]/.test(text) ? -digits : digits
}

const amountOf = async (drawer: Locator, term: string | RegExp): Promise<number> => centsIn(await termOf(drawer, term))

async function termOf(drawer: Locator, term: string | RegExp): Promise<string> {
  const line = drawer.locator("dl > div").filter({ has: drawer.page().getByText(term, { exact: true }) })
  return line.getByRole("definition").first().innerText()
}

interface LateRefund {
  readonly orderNumber: number
  readonly email: string
  readonly daysLate: number
  readonly interest: { readonly amount: number }
}

/** What is packed into a PDF and can be read: the streams that inflate. */
function attachmentsOf(pdf: Buffer): string[] {
  const text = pdf.toString("latin1")
  expect(text.startsWith("%PDF-1.")).toBe(true)
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ 0: mark, index }) => {
    const from = index + mark.length
    const bytes = pdf.subarray(from, text.indexOf("endstream", from))
    try {
      return [inflateSync(bytes, { finishFlush: 2 }).toString()]
    } catch {
      return [bytes.toString().trimEnd()]
    }
  })
}

async function until<T>(look: () => Promise<T>, good: (seen: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const seen = await look()
    if (good(seen)) return seen
    if (tries > 120) throw new Error(`It did not come: ${JSON.stringify(seen)}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
