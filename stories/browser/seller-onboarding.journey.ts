import type { Browser, Locator, Page } from "playwright-core"
import { waitFor } from "../support/wait-for"
import { type House, house, launch, person } from "./support/chromium"
import { enterPortal } from "./support/entering"
import { sound } from "./support/sound"
import { distantTrader, frenchTrader, type Trader } from "./support/traders"
import { wordsOf } from "./support/words"

jest.setTimeout(300_000)

const PASSWORD = "parapluie-violet-42"
const OPERATOR = "julie@travee.example"
/** As the audit trail names the account. */
const OPERATOR_NAME = "Julie Marchand"
const IBAN = "FR76 3000 6000 0112 3456 7890 189"
const PRODUCT = "assiette-a-dessert-verger"

/** Lines of the demonstration's checklist: they are the operator's words, not the portal's. */
const ASKED = {
  fr: {
    register: "Extrait du registre (Kbis ou équivalent)",
    identity: "Pièce d'identité du représentant",
    epr: "Identifiant REP emballages",
    reason: "L'extrait date de plus de trois mois : déposez-en un récent.",
  },
  en: {
    register: "Company register extract",
    identity: "Identity of the representative",
    epr: "EPR identifier, packaging",
    reason: "The extract is older than three months: hand in a recent one.",
  },
} as const

/**
 * Journey 1, seller onboarding. What needs weeks is proven with the clock in hand, on the same code: the paper that
 * expires, the fifteen days of a new line of the checklist and of new terms, the six months of a complaint in
 * sellers.http.spec.ts; an account that Stripe restricts and opens by its own word in payouts-stripe.http.spec.ts.
 */
describe.each([
  { language: "fr", locale: "fr-FR", width: 1440 },
  { language: "en", locale: "en-GB", width: 390 },
] as const)("a trader becomes a seller in $language at $width pixels", ({ language, locale, width }) => {
  const portal = wordsOf("portal", language)
  const shop = wordsOf("storefront", language)
  const asked = ASKED[language]
  const prefix = language === "fr" ? "" : "/en"
  const trader = frenchTrader(language === "fr" ? "Atelier Vasseur" : "Vasseur Works")
  const distant = distantTrader(language === "fr" ? "Lanternes Hollis" : "Hollis Lanterns")

  let browser: Browser
  let at: House
  let visitor: Page
  let operator: Page
  let seller: Page

  beforeAll(async () => {
    at = house()
    browser = await launch()
    visitor = await (await person(browser, { locale, width })).newPage()
    operator = await enter(OPERATOR)
  })
  afterAll(() => browser.close())

  it("opens an account with five fields, says what is wrong beside each, and mails the way back", async () => {
    await shopPage("/sell")
    const whole = visitor.locator("form").filter({ has: visitor.getByLabel(label("forms.seller.registrationNumber")) })
    const number = whole.getByLabel(label("forms.seller.registrationNumber"))
    await number.fill("443 061 841 00048")
    await number.blur()
    await saysBeside(number, shop("forms.problems.siret"))
    await number.fill(trader.registrationNumber)
    await number.blur()
    await waitFor("a right number", 5, async () => (await number.getAttribute("aria-invalid")) === null)

    await start(trader, "azertyuiop")
    await visitor.getByText(shop("forms.problems.weakPassword")).waitFor()
    expect(await sound(visitor)).toEqual([])
    await start(trader, PASSWORD)
    await visitor.getByRole("status").filter({ hasText: trader.email }).waitFor()

    const link = await linkInMail(trader)
    expect(link.startsWith(`${at.portal}/seller/application`)).toBe(true)
    seller = await comeBy(link, trader)
    await seller.getByRole("heading", { level: 1, name: portal("file.title") }).waitFor()
    await stateIs("APPLIED")
    await seller.getByText(portal("file.toDo")).waitFor()
    expect(await seller.getByRole("button", { name: portal("file.handIn"), exact: true }).isDisabled()).toBe(true)
  })

  it("checks registration number, IBAN and EPR id while they are typed, keeps what is right, forgets nothing", async () => {
    for (const [name, wrong] of [
      ["registrationNumber", "443 061 841 00048"],
      ["vatNumber", "FR00 111 222 333"],
      ["taxId", "123"],
      ["iban", "FR14 2004"],
    ] as const) {
      await fill(seller, name, wrong)
      await saysBeside(fieldOf(seller, name), portal("file.looksWrong"))
    }
    const epr = eprField()
    await epr.fill("FR12_99")
    await epr.blur()
    await saysBeside(epr, portal("file.looksWrong"))
    await fill(seller, "street", trader.street)
    await saveFile(seller)
    await seller.getByText(portal("file.savedInPart")).first().waitFor()
    expect(await sound(seller)).toEqual([])

    await seller.reload()
    await waitFor("what was right", 10, async () => (await fieldOf(seller, "street").inputValue()) === trader.street)
    expect(await fieldOf(seller, "registrationNumber").inputValue()).toBe("")

    await fillFile(seller, trader)
    await saveEpr("FR123456_01ABCD")
    await seller.reload()
    await stateIs("DOCUMENTS")
    expect(await fieldOf(seller, "registrationNumber").inputValue()).toBe(trader.registrationNumber)
    expect(await eprField().inputValue()).toBe("FR123456_01ABCD")
    expect(await seller.getByLabel(portal("file.acceptsShopReturns")).isChecked()).toBe(true)
  })

  it("takes papers by their content, and keeps which terms were accepted by whom and when", async () => {
    await handPaper(seller, asked.register, { name: "extract.pdf", bytes: Buffer.from("<script>no paper</script>") })
    await seller
      .getByRole("alert")
      .filter({ hasText: portal("errors.BAD_FILE") })
      .waitFor()
    await handPaper(seller, asked.register, PAPER)
    await paperIs(seller, asked.register, "HANDED_IN")
    // A paper with an end is not sent without its last day.
    await paperButton(seller, asked.identity).click()
    await seller.getByText(portal("file.needsExpiry")).waitFor()
    await handIdentity(seller)
    expect(await sound(seller)).toEqual([])

    await openDossier(trader)
    await operator.getByText(told("dossier.consent", trader.person)).waitFor()
    const consent = operator.getByRole("term").filter({ hasText: told("dossier.consent", trader.person) })
    expect(await consent.locator("xpath=following-sibling::dd").innerText()).toMatch(/\d{1,2}[:h]\d{2}/)
    const mandate = operator.getByRole("term").filter({ hasText: portal("seller.shopReturns") })
    expect(await mandate.locator("xpath=following-sibling::dd").innerText()).toBe(portal("common.yes"))
    await operator.getByText("FR123456_01ABCD").waitFor()
    expect(await sound(operator)).toEqual([])
  })

  it("pays nothing out before the account is verified", async () => {
    await sendIban(seller)
    await seller.getByText(/FR … 0189/).waitFor()
    await room(seller, "/seller/payouts")
    await seller.getByText(portal("payouts.blocked")).waitFor()
    await seller.getByText(portal("payouts.ACCOUNT")).waitFor()
    await seller.getByText(portal("payouts.TO_VERIFY")).first().waitFor()
    expect(await sound(seller)).toEqual([])

    await room(operator, "/operator/payout-terms")
    await search(operator, portal("payouts.seller"), trader.name)
    await operator.getByRole("button", { name: trader.name }).click()
    const drawer = operator.getByRole("dialog")
    await drawer.getByText("0189").waitFor()
    await drawer.getByRole("button", { name: portal("payouts.verify"), exact: true }).click()
    await drawer.waitFor({ state: "detached" })
    await operator.getByText(portal("payouts.VERIFIED")).first().waitFor()
    expect(await sound(operator)).toEqual([])

    await seller.reload()
    await seller.getByText(portal("payouts.VERIFIED")).first().waitFor()
    expect(await seller.getByText(portal("payouts.blocked")).count()).toBe(0)
  })

  it("shows the applicant why a paper is refused, while nothing of it can be bought", async () => {
    await handIn(seller, "file.handIn")
    await openDossier(trader)
    await operator.getByRole("tab", { name: portal("dossier.papers") }).click()
    await operator.getByRole("button", { name: `${text("dossier.refuse")} : ${asked.register}` }).click()
    const dialog = operator.getByRole("alertdialog")
    await dialog.getByRole("button", { name: portal("dossier.refuse") }).click()
    await dialog.getByText(told("operator.reasonError")).waitFor()
    await dialog.getByLabel(portal("operator.reason")).fill(asked.reason)
    expect(await sound(operator)).toEqual([])
    await dialog.getByRole("button", { name: portal("dossier.refuse") }).click()
    await dialog.waitFor({ state: "detached" })
    await paperIs(operator, asked.register, "REJECTED")
    await operator.getByText(portal("states.DOCUMENTS")).first().waitFor()
    expect(await sound(operator)).toEqual([])

    await seller.reload()
    await stateIs("DOCUMENTS")
    await paperIs(seller, asked.register, "REJECTED")
    expect(await seller.getByText(asked.reason).count()).toBeGreaterThanOrEqual(2)
    expect(await sound(seller)).toEqual([])
    await letterAbout(trader, asked.register)

    await makeOffer(seller, "9.90")
    await seller.getByRole("dialog").getByText(portal("errors.SELLER_STATE")).waitFor()
    expect((await visitor.goto(`${at.storefront}${prefix}${shopAddress(trader)}`))?.status()).toBe(404)
    expect(await sellersOfProduct()).not.toContain(trader.name)
  })

  it("sells after a better paper and the operator's yes, under the identity that was typed", async () => {
    await room(seller, "/seller/application")
    await handPaper(seller, asked.register, PAPER)
    await paperIs(seller, asked.register, "HANDED_IN")
    await handIn(seller, "file.handIn")
    await acceptPapers(trader)
    await approve(trader)
    expect(await sound(operator)).toEqual([])
    await seller.reload()
    await stateIs("ACTIVE")
    await makeOffer(seller, "69.90")
    await seller.getByRole("dialog").waitFor({ state: "detached" })
    await seller.getByRole("button", { name: new RegExp(text("seller.pause")) }).waitFor()
    expect(await sound(seller)).toEqual([])

    await waitFor("the offer on the shelf", 10, async () => (await sellersOfProduct()).includes(trader.name))
    await visitor.locator("#offers").getByRole("link", { name: trader.name, exact: true }).click()
    await visitor.getByRole("heading", { level: 1, name: trader.name }).waitFor()
    const country = new Intl.DisplayNames(language, { type: "region" }).of("FR")
    expect(await factsOf(visitor.getByRole("region", { name: shop("trader.title") }))).toEqual({
      [label("trader.legalName")]: trader.legalName,
      [label("trader.address")]: `${trader.street}, ${trader.postalCode} ${trader.city} — ${country}`,
      [label("trader.registration")]: trader.registrationNumber,
      [label("trader.vat")]: trader.vatNumber,
      [label("trader.email")]: trader.email,
      [label("trader.phone")]: trader.phone,
    })
    await visitor.getByText(shop("trader.selfCertified")).waitFor()
    expect(await sound(visitor)).toEqual([])
  })

  it("keeps goods from outside the Union off the shelf until somebody inside answers for them", async () => {
    await shopPage("/sell")
    await start(distant, PASSWORD)
    await visitor.getByRole("status").filter({ hasText: distant.email }).waitFor()
    const own = await comeBy(`${at.portal}/seller/application`, distant)
    await fillFile(own, distant)
    await handPaper(own, asked.register, PAPER)
    await paperIs(own, asked.register, "HANDED_IN")
    await handIdentity(own)
    await sendIban(own)
    await handIn(own, "file.handIn")
    await acceptPapers(distant)
    await operator.getByText(portal("gates.eu_responsible")).waitFor()
    await approve(distant)
    await makeOffer(own, "79.90")
    await own.getByRole("dialog").waitFor({ state: "detached" })
    for (const page of ["/seller/offers", "/seller/account"]) {
      await room(own, page)
      await own.getByText(portal("seller.missing")).waitFor()
      await own.getByText(portal("gates.eu_responsible")).waitFor()
      expect(await sound(own)).toEqual([])
    }
    expect(await sellersOfProduct()).not.toContain(distant.name)
    await visitor.goto(`${at.storefront}${prefix}${shopAddress(distant)}`)
    await visitor.getByText(shop("trader.notOpen")).waitFor()
    expect(await sound(visitor)).toEqual([])

    await room(own, "/seller/application")
    await fill(own, "euResponsible", "Hollis Europe SARL, 4 quai Perrache, 69002 Lyon")
    await saveFile(own)
    await own.getByText(portal("file.saved"), { exact: true }).first().waitFor()
    await waitFor("the offer on the shelf", 10, async () => (await sellersOfProduct()).includes(distant.name))
    await own.context().close()
  })

  it("leaves every actor and every time in the audit trail", async () => {
    await openDossier(trader)
    await operator.getByRole("tab", { name: portal("dossier.history") }).click()
    const history = operator.getByRole("region", { name: portal("dossier.history") }).getByRole("row")
    const steps = (await waitFor("the history", 10, async () => {
      const rows = await history.allInnerTexts()
      return rows.length > 6 && rows
    })) as string[]
    const states = ["ACTIVE", "IN_REVIEW", "DOCUMENTS", "IN_REVIEW", "DOCUMENTS", "APPLIED"]
    expect(steps.length).toBe(states.length + 1)
    for (const [place, state] of states.entries()) expect(steps[place + 1]).toContain(text(`states.${state}`))
    expect(steps[3]).toContain(asked.reason)
    expect(await sound(operator)).toEqual([])

    const acts: { action: string; words: string }[] = []
    const sentences = operator.locator("[data-act]")
    await room(operator, "/operator/trail")
    await operator.getByLabel(portal("trail.seller"), { exact: true }).fill(trader.name)
    await operator.getByRole("button", { name: portal("trail.search"), exact: true }).click()
    await operator.waitForURL(/seller=/)
    await operator.locator('[data-act="seller.approve"]').or(nextPage()).first().waitFor()
    expect(await sound(operator)).toEqual([])
    for (;;) {
      acts.push(
        ...(await sentences.evaluateAll((all) =>
          (all as HTMLElement[]).map((each) => ({
            action: each.dataset.act ?? "",
            words: each.closest("tr")?.innerText ?? "",
          })),
        )),
      )
      if ((await nextPage().count()) === 0 || (await nextPage().isDisabled())) break
      await nextPage().click()
      await operator.waitForLoadState("networkidle")
    }
    for (const { words: said } of acts) expect(said).toMatch(/\d{1,2}[:h]\d{2}/)
    for (const [action, who] of EVERY_ACT(trader)) {
      const found = acts.filter((act) => act.action === action)
      expect([action, found.length > 0]).toEqual([action, true])
      // A sentence in the reader's language, which begins with who did it.
      for (const { words: said } of found) {
        expect(said).toContain(who)
        expect(said).toMatch(portal(`acts.${action.replace(".", "__")}`))
      }
    }
    await operator.getByRole("button", { name: portal("trail.check") }).click()
    await operator
      .getByRole("status")
      .filter({ hasText: told("trail.intact_other") })
      .waitFor()
  })

  /** What the person at the screen may read: an exact word, never a pattern. */
  const text = (key: string): string => String(portal(key))
  const label = (key: string): string => String(shop(key))

  /** A sentence with values in it, as a pattern; one value may be given. */
  function told(key: string, value?: string): RegExp {
    const pattern = portal(key)
    const source = typeof pattern === "string" ? pattern : pattern.source
    return new RegExp(value ? `${source}.*${value}|${source}${value}` : source)
  }

  const enter = (email: string): Promise<Page> => enterPortal(browser, at, { email, language, locale, width })

  async function shopPage(path: string): Promise<void> {
    await visitor.goto(`${at.storefront}${prefix}${path}`, { waitUntil: "networkidle" })
    await visitor.locator("h1").first().waitFor()
  }

  async function room(page: Page, path: string): Promise<void> {
    await page.goto(`${at.portal}${path}`, { waitUntil: "networkidle" })
    await page.getByRole("heading", { level: 1 }).first().waitFor()
  }

  async function start(who: Trader, password: string): Promise<void> {
    const form = visitor.getByRole("region", { name: shop("sell.startTitle") })
    await form.getByLabel(label("forms.seller.name"), { exact: true }).fill(who.name)
    await form.getByLabel(label("sell.personName"), { exact: true }).fill(who.person)
    await form.getByLabel(label("forms.seller.countryCode")).selectOption(who.countryCode)
    await form.getByLabel(label("forms.seller.email"), { exact: true }).fill(who.email)
    await form.getByLabel(label("forms.seller.password"), { exact: true }).fill(password)
    await form.getByRole("button", { name: shop("sell.startSubmit") }).click()
  }

  /** Opens the letter in the operator's list of mails. @returns the link in it */
  async function linkInMail(who: Trader): Promise<string> {
    const drawer = await letterAbout(who, who.name)
    const [link] = /https?:\/\/\S+/.exec(await drawer.locator("pre").innerText()) ?? []
    if (!link) throw new Error("The letter leads nowhere")
    await operator.keyboard.press("Escape")
    return link
  }

  async function letterAbout(who: Trader, subject: string): Promise<Locator> {
    await room(operator, "/operator/mails")
    await search(operator, text("mails.search"), who.email)
    await operator.getByRole("button", { name: subject }).first().click()
    const drawer = operator.getByRole("dialog")
    await drawer.getByRole("tab", { name: portal("mails.text") }).click()
    await drawer.locator("pre").filter({ hasText: subject }).waitFor()
    expect(await sound(operator)).toEqual([])
    return drawer
  }

  async function search(page: Page, name: string | RegExp, what: string): Promise<void> {
    await page.getByRole("searchbox", { name }).fill(what)
    await page.waitForURL(/q=/)
    await page.waitForLoadState("networkidle")
  }

  /** By a link, in a browser of their own: the sign-in leads on to where the link went. */
  async function comeBy(link: string, who: Trader): Promise<Page> {
    const page = await (await person(browser, { locale, width })).newPage()
    await page.goto(link)
    if (language === "en") await page.getByRole("button", { name: /Switch to English/ }).click()
    await page.getByLabel(portal("signIn.email")).fill(who.email)
    await page.getByLabel(portal("signIn.password")).fill(PASSWORD)
    await page.getByRole("button", { name: portal("signIn.submit") }).click()
    await page.waitForURL(/\/seller\/application/)
    await page.getByRole("heading", { level: 1, name: portal("file.title") }).waitFor()
    return page
  }

  const stateIs = (state: string) =>
    seller
      .getByRole("region", { name: portal("common.state") })
      .getByText(portal(`states.${state}`))
      .waitFor()

  const fieldOf = (page: Page, name: string): Locator => page.getByLabel(portal(`file.${name}`), { exact: true })

  async function fill(page: Page, name: string, value: string): Promise<void> {
    await fieldOf(page, name).fill(value)
    await fieldOf(page, name).blur()
  }

  /** The error stands beside its field and is tied to it for those who hear the page. */
  async function saysBeside(field: Locator, words: string | RegExp): Promise<void> {
    await waitFor(`«${String(words)}» beside the field`, 10, () =>
      field.evaluate(
        (input, said) =>
          input.getAttribute("aria-invalid") === "true" &&
          (input.getAttribute("aria-describedby") ?? "")
            .split(" ")
            .some((id) => document.getElementById(id)?.textContent?.includes(said)),
        String(words),
      ),
    )
  }

  const saveFile = (page: Page) =>
    page
      .locator("form")
      .filter({ has: fieldOf(page, "legalName") })
      .getByRole("button", { name: portal("file.save") })
      .click()

  async function fillFile(page: Page, who: Trader): Promise<void> {
    await fieldOf(page, "country").selectOption(who.countryCode)
    for (const name of TYPED) if (who[name]) await fill(page, name, who[name])
    for (const name of ["selfCertified", "acceptsTerms", "acceptsShopReturns"])
      await page.getByLabel(portal(`file.${name}`)).check()
    await saveFile(page)
    await page.getByText(portal("file.saved"), { exact: true }).first().waitFor()
  }

  const eprField = () => seller.getByLabel(`${text("file.eprNumber")} · ${asked.epr}`, { exact: true })

  async function saveEpr(number: string): Promise<void> {
    const field = eprField()
    await field.fill(number)
    await seller
      .getByRole("listitem")
      .filter({ has: field })
      .getByRole("button", { name: portal("file.save") })
      .click()
    await seller.getByRole("listitem").filter({ has: field }).getByText(portal("checklistStates.ACCEPTED")).waitFor()
  }

  const paperButton = (page: Page, name: string): Locator =>
    page.getByRole("button", {
      name: new RegExp(`^(${text("file.chooseFile")}|${text("file.replaceFile")}) : ${escaped(name)}`),
    })

  async function handPaper(page: Page, name: string, paper: { name: string; bytes: Buffer }): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), paperButton(page, name).click()])
    await chooser.setFiles({ name: paper.name, mimeType: "application/pdf", buffer: paper.bytes })
  }

  async function handIdentity(page: Page): Promise<void> {
    const item = page.getByRole("listitem").filter({ has: page.getByText(asked.identity, { exact: true }) })
    await item.getByLabel(portal("file.expiresOn")).fill(`${new Date().getFullYear() + 4}-05-31`)
    await handPaper(page, asked.identity, PAPER)
    await paperIs(page, asked.identity, "HANDED_IN")
  }

  const paperIs = (page: Page, name: string, state: string) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByText(name, { exact: true }) })
      .getByText(portal(`checklistStates.${state}`))
      .first()
      .waitFor()

  async function sendIban(page: Page): Promise<void> {
    await fill(page, "iban", IBAN)
    await page.getByRole("button", { name: portal("file.ibanSave") }).click()
    await page.getByText(portal("file.ibanSaved")).first().waitFor()
  }

  async function handIn(page: Page, key: "file.handIn" | "file.handInAgain"): Promise<void> {
    await room(page, "/seller/application")
    await page.getByText(portal("file.nothingToDo")).waitFor()
    await page.getByRole("button", { name: portal(key), exact: true }).click()
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: portal("file.handIn") })
      .click()
    await page.getByText(portal("file.inReview")).waitFor()
  }

  async function openDossier(who: Trader): Promise<void> {
    await room(operator, "/operator/sellers")
    await search(operator, text("operator.searchSellers"), who.name)
    await operator.getByRole("link", { name: who.name }).click()
    await operator.getByRole("heading", { level: 1, name: who.name }).waitFor()
  }

  async function acceptPapers(who: Trader): Promise<void> {
    await openDossier(who)
    await operator.getByRole("tab", { name: portal("dossier.papers") }).click()
    for (const name of [asked.register, asked.identity]) {
      await operator.getByRole("button", { name: `${text("dossier.accept")} : ${name}` }).click()
      await paperIs(operator, name, "ACCEPTED")
    }
  }

  async function approve(who: Trader): Promise<void> {
    await operator.getByRole("button", { name: portal("dossier.approve"), exact: true }).click()
    await operator.getByRole("alertdialog").getByText(who.name).first().waitFor()
    await operator
      .getByRole("alertdialog")
      .getByRole("button", { name: portal("dossier.approve") })
      .click()
    await operator.getByText(portal("states.ACTIVE")).first().waitFor()
  }

  async function makeOffer(page: Page, price: string): Promise<void> {
    const gtin = await gtinOfProduct()
    await room(page, "/seller/offers")
    await page.getByRole("button", { name: portal("seller.addOffer") }).click()
    const drawer = page.getByRole("dialog")
    await drawer.getByLabel("GTIN").fill(gtin)
    await drawer.getByLabel("SKU").fill("J1-PLATE")
    await drawer.getByLabel(/\(EUR\)/).fill(language === "fr" ? price.replace(".", ",") : price)
    await drawer.getByLabel(portal("common.stock")).fill("3")
    await drawer.getByRole("button", { name: portal("common.save"), exact: true }).click()
  }

  /** As anybody reads it on the product's page. */
  async function gtinOfProduct(): Promise<string> {
    await shopPage(`/p/${PRODUCT}`)
    return visitor
      .getByRole("term")
      .filter({ hasText: label("product.gtin") })
      .locator("xpath=following-sibling::dd")
      .innerText()
  }

  async function sellersOfProduct(): Promise<string[]> {
    await shopPage(`/p/${PRODUCT}`)
    return visitor.locator("main").getByRole("link").filter({ hasText: /\S/ }).allInnerTexts()
  }

  async function factsOf(block: Locator): Promise<Record<string, string>> {
    const [terms, values] = [
      await block.getByRole("term").allInnerTexts(),
      await block.getByRole("definition").allInnerTexts(),
    ]
    return Object.fromEntries(terms.map((term, place) => [term, values[place] ?? ""]))
  }

  const nextPage = (): Locator => operator.getByRole("button", { name: portal("paging.next"), exact: true })
})

const TYPED = [
  "legalName",
  "registrationNumber",
  "vatNumber",
  "taxId",
  "street",
  "postalCode",
  "city",
  "phone",
] as const satisfies readonly (keyof Trader)[]

const PAPER = {
  name: "extract.pdf",
  bytes: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n", "latin1"),
}

/** Who did what, as the trail has to say it. */
const EVERY_ACT = ({ person: applicant }: Trader): [string, string][] => [
  ["seller.open_account", applicant],
  ["seller.save_data", applicant],
  ["terms.accept", applicant],
  ["seller.save_epr", applicant],
  ["payout-account.register", applicant],
  ["seller.complete_data", applicant],
  ["document.hand_in", applicant],
  ["seller.hand_in", applicant],
  ["payout-account.verify", OPERATOR_NAME],
  ["document.refuse", OPERATOR_NAME],
  ["seller.ask_again", OPERATOR_NAME],
  ["document.accept", OPERATOR_NAME],
  ["seller.approve", OPERATOR_NAME],
]

const shopAddress = ({ name }: Trader): string => `/seller/${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`
const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
