import { cents } from "@gondola/kit"
import { knexOf, marketplaceOf } from "../modules/marketplace/resolve"
import { saveOffers } from "../offers/save-offers"
import { alignShelves } from "./align-shelves"
import watchSellers from "../jobs/watch-sellers"
import { approveSeller } from "../workflows/approve-seller"
import { PASSWORD, MUG, PDF, type SellerDesk } from "../testing/seller-desk"

/** From an empty file to a shop that sells, and what shuts it again. */
export function applicationScenarios(desk: SellerDesk): void {
  const { nobody, enter, lettersOf, purchasable, published, auditClean, applyWhole, time } = desk

  it("leads an applicant from an empty file over a refused paper to a shop that sells, and shuts it when a paper expires", async () => {
    await desk.operator(`mutation { addUsualRequirements { code kind mandatory bindingFrom } }`)
    expect(await desk.operator(`mutation { addUsualRequirements { code } }`)).toMatchObject({
      addUsualRequirements: { length: 7 },
    })
    // The two who sell already are told, and sell on for fifteen days.
    expect(await purchasable()).toBe(true)
    expect((await lettersOf("seller.requirement")).filter(({ email }) => email === desk.shop.emailA)).toHaveLength(5)

    // An account first; everything else at one's own pace.
    const start = { email: "chloe@theieres.example", password: PASSWORD, personName: "Chloé", shopName: "Théières" }
    const apply = `mutation ($input: StartApplicationInput!) { startSellerApplication(input: $input) { sellerId state } }`
    expect(await nobody().code(apply, { input: { ...start, password: "azertyuiop" } })).toBe("PASSWORD_TOO_WEAK")
    const { startSellerApplication: made } = await nobody()(apply, { input: start })
    expect(made.state).toBe("APPLIED")
    expect(await nobody().code(apply, { input: { ...start, password: `other-${PASSWORD}` } })).toBe("EMAIL_NOT_USABLE")
    expect(await lettersOf("seller.application")).toContainEqual({
      email: start.email,
      subject: "Votre dossier de vendeur «Théières» est ouvert",
      link: "/seller/application",
    })
    const chloe = await enter(start.email, "SELLER")
    const save = `mutation ($input: SellerFileInput!) { saveSellerFile(input: $input) { problems { field } file { state toDo registrationNumber street } } }`
    const half = await chloe(save, {
      input: { legalName: "Théières SARL", registrationNumber: "443 061 841 00048", street: "3 rue du Thé" },
    })
    expect(half.saveSellerFile).toMatchObject({
      problems: [{ field: "registrationNumber" }],
      file: { state: "APPLIED", registrationNumber: "", street: "3 rue du Thé" },
    })
    // Somebody else's number is not taken, and a new session finds what was saved.
    const taken = await chloe(save, { input: { registrationNumber: "44306184100047" } })
    expect(taken.saveSellerFile.problems).toEqual([{ field: "registrationNumber" }])
    const again = await enter(start.email, "SELLER")
    expect((await again(`{ sellerFile { street legalName } }`)).sellerFile).toEqual({
      street: "3 rue du Thé",
      legalName: "Théières SARL",
    })
    expect(await again.code(`mutation { handInApplication { state } }`)).toBe("REQUIREMENTS_OPEN")
    const rest = await again(save, {
      input: {
        registrationNumber: "73282932000074",
        postalCode: "69001",
        city: "Lyon",
        phone: "+33 4 78 00 00 00",
        vatNumber: "FR40303265045",
        taxId: "732829320",
        selfCertified: true,
        acceptsTerms: true,
      },
    })
    expect(rest.saveSellerFile).toMatchObject({ problems: [], file: { state: "DOCUMENTS" } })

    // Papers: content, size and expiry are looked at; nobody else reads them.
    const kbis = "company_register_extract"
    const identity = "identity_of_the_representative"
    expect((await again.upload(kbis, Buffer.from("<script>"))).code).toBe("BAD_FILE")
    expect((await again.upload(kbis, Buffer.concat([PDF, Buffer.alloc(8 * 1024 * 1024)]))).code).toBe("FILE_TOO_LARGE")
    expect((await again.upload("unheard_of", PDF)).code).toBe("NOT_FOUND")
    expect((await again.upload(identity, PDF)).code).toBe("BAD_INPUT")
    const paper = await again.upload(kbis, PDF)
    expect(paper.code).toBeNull()
    await again.upload(identity, PDF, "2026-06-30")
    const rival = await enter(desk.shop.emailA, "SELLER")
    expect(await rival.download(paper.id)).toEqual([404])
    expect(await nobody().download(paper.id)).toEqual([401])
    expect(await again.download(paper.id)).toEqual([200, PDF.toString("latin1")])
    expect((await desk.operator.download(paper.id))[0]).toBe(200)

    // The account number goes to the payout provider; four digits and a country stay.
    const iban = "FR14 2004 1010 0505 0001 3M02 606"
    expect(await again.code(`mutation { saveBankAccount(iban: "FR14 2004") { id } }`)).toBe("BAD_IDENTIFIER")
    const banked = await again(
      `mutation ($iban: String!) { saveBankAccount(iban: $iban) { bankAccount { last4 country } toDo } }`,
      { iban },
    )
    expect(banked.saveBankAccount).toEqual({ bankAccount: { last4: "2606", country: "fr" }, toDo: [] })
    const { rows } = await knexOf(desk.container).raw<{ rows: { t: string }[] }>(
      `select table_name || '.' || column_name as t from information_schema.columns c
       where table_schema = 'public' and data_type in ('text', 'jsonb', 'character varying')
         and (table_name like 'marketplace_%' or table_name like 'ledger_%')`,
    )
    for (const { t } of rows) {
      const [table, column] = t.split(".") as [string, string]
      const hit = await knexOf(desk.container)(table)
        .whereRaw(`replace(??::text, ' ', '') ilike ?`, [column, "%200410100505%"])
        .first("*")
      expect([t, hit]).toEqual([t, undefined])
    }

    // Handed in, refused with a reason, corrected, approved.
    expect((await again(`mutation { handInApplication { state } }`)).handInApplication.state).toBe("IN_REVIEW")
    expect(await desk.operator.code(`mutation { approveSeller(id: "${made.sellerId}") { id } }`)).toBe(
      "REQUIREMENTS_OPEN",
    )
    const review = `mutation ($id: ID!, $accept: Boolean!, $reason: String) { reviewDocument(id: $id, accept: $accept, reason: $reason) { seller { state } } }`
    expect(await desk.operator.code(review, { id: paper.id, accept: false })).toBe("BAD_INPUT")
    expect(await again.code(review, { id: paper.id, accept: true })).toBe("NOT_ALLOWED")
    const refused = await desk.operator(review, { id: paper.id, accept: false, reason: "Illisible" })
    expect(refused.reviewDocument.seller.state).toBe("DOCUMENTS")
    const file = `{ sellerFile { state stateReason missing checklist { code state document { id reason } } } }`
    const seen = (await again(file)).sellerFile
    expect(seen.stateReason).toBe("Illisible")
    expect(seen.checklist.find((each: { code: string }) => each.code === kbis)).toMatchObject({
      state: "REJECTED",
      document: { reason: "Illisible" },
    })
    expect((await lettersOf("document.refused"))[0]).toMatchObject({ email: start.email })
    const better = await again.upload(kbis, PDF)
    await again(`mutation { handInApplication { state } }`)
    const waiting = (await again(file)).sellerFile.checklist as { code: string; document: { id: string } }[]
    for (const code of [kbis, identity])
      await desk.operator(review, { id: waiting.find((each) => each.code === code)!.document.id, accept: true })
    expect(waiting.find((each) => each.code === kbis)!.document.id).toBe(better.id)
    expect(await desk.operator.code(review, { id: better.id, accept: true })).toBe("CONFLICT")
    await desk.operator(`mutation { approveSeller(id: "${made.sellerId}") { state } }`)
    await saveOffers(desk.container, made.sellerId, [
      { gtin: MUG, sku: "C-1", condition: "NEW", price: cents(1100), currency: "EUR", stock: 5, leadTimeDays: 2 },
    ])
    const [offer] = await marketplaceOf(desk.container).listOffers({ seller_id: made.sellerId })
    expect(await purchasable(offer!.variant_id)).toBe(true)
    expect(await published(offer!.variant_id)).toBe(true)
    expect(
      (await nobody()(`{ shopPage(handle: "theieres") { open trader { legalName registrationNumber } } }`)).shopPage,
    ).toEqual({
      open: true,
      trader: { legalName: "Théières SARL", registrationNumber: "73282932000074" },
    })

    // Every actor and time is there.
    const { sellerDossier } = await desk.operator(
      `{ sellerDossier(id: "${made.sellerId}") { history { from to actor reason } } }`,
    )
    expect(
      sellerDossier.history.map((each: { from: string; to: string; actor: string }) => [
        each.from,
        each.to,
        each.actor,
      ]),
    ).toEqual([
      ["in_review", "active", "Olga"],
      ["documents", "in_review", "Chloé"],
      ["in_review", "documents", "Olga"],
      ["documents", "in_review", "Chloé"],
      ["applied", "documents", "Chloé"],
      [null, "applied", "Chloé"],
    ])
    const { auditTrail } = await desk.operator(
      `{ auditTrail(seller: "${made.sellerId}", action: "payout-account") { items { action actorName } } }`,
    )
    expect(auditTrail.items).toEqual([{ action: "payout-account.register", actorName: "Chloé" }])
    // Verified is verified; a renewed paper waits beside the old one, which shuts the shop when it ends.
    expect((await again(save, { input: { legalName: "Other" } })).saveSellerFile.problems).toEqual([
      { field: "legalName" },
    ])
    time.now = new Date("2026-06-25T09:00:00Z")
    await watchSellers(desk.container)
    await watchSellers(desk.container)
    const reminders = (await lettersOf("document.expiry")).filter(({ email }) => email === start.email)
    expect(reminders).toHaveLength(1)
    await again.upload(identity, PDF, "2030-01-01")
    expect(await purchasable(offer!.variant_id)).toBe(true)
    time.now = new Date("2026-07-01T09:00:00Z")
    expect(await purchasable(offer!.variant_id)).toBe(false)
    await alignShelves(desk.container)
    expect(await published(offer!.variant_id)).toBe(false)
    await auditClean()
    const renewed = (await again(file)).sellerFile.checklist as { code: string; document: { id: string } }[]
    await desk.operator(review, { id: renewed.find((each) => each.code === identity)!.document.id, accept: true })
    expect(await purchasable(offer!.variant_id)).toBe(true)
    expect(await published(offer!.variant_id)).toBe(true)
    // The two who never handed anything in are shut since their fifteen days were over.
    expect(await purchasable()).toBe(false)
  })

  it("takes a seller's number away from nobody else, and keeps the rejected one's file", async () => {
    const save = `mutation ($input: SellerFileInput!) { saveSellerFile(input: $input) { problems { field message } file { state } } }`
    const reject = await applyWhole("Vases", "vera@vases.example", "55208131766522")
    await desk.operator(
      `mutation { rejectSeller(id: "${reject.sellerId}", reason: "Activité non conforme") { state } }`,
    )
    const vera = await enter("vera@vases.example", "SELLER")
    expect((await vera(`{ sellerFile { state stateReason street } }`)).sellerFile).toEqual({
      state: "REJECTED",
      stateReason: "Activité non conforme",
      street: "1 rue des Potiers",
    })
    await vera(save, { input: { street: "2 rue des Vases" } })
    await vera(`mutation { handInApplication { state } }`)
    await approveSeller(desk.container, { sellerId: reject.sellerId, actor: "user_1" })
    expect((await vera(`{ sellerFile { state street missing } }`)).sellerFile).toEqual({
      state: "ACTIVE",
      street: "2 rue des Vases",
      missing: [],
    })
  })
}
