import { handInDocument, type MarketplaceModuleService, MARKETPLACE_MODULE } from "@gondola/marketplace"
import { PASSWORD } from "./content/house"
import type { House } from "./open-house"
import type { Stage } from "./stage"
import type { SignedIn } from "@gondola/kit"

const DAY_MS = 86_400_000

const TERMS = {
  body: {
    fr: "1. Le vendeur répond de ses produits et de leur conformité.\n2. La commission est celle de la grille publiée.\n3. Les retours du consommateur sont acceptés selon la loi.\n4. Toute mesure est motivée et peut être contestée.",
    en: "1. The seller answers for its goods and their conformity.\n2. The commission is that of the published list.\n3. Returns of consumers are taken as the law says.\n4. Every measure comes with reasons and can be contested.",
  },
  summary: { fr: "Première version.", en: "First version." },
}

/** Before the first seller: nobody has to be told. */
export async function publishFirstTerms(stage: Stage, operator: SignedIn): Promise<void> {
  await stage.ask(operator, `mutation ($input: TermsInput!) { publishTerms(input: $input) { version } }`, {
    input: { ...TERMS, effectiveAt: stage.now },
  })
}

/** A checklist, applicants at every step, a holiday ahead, new terms, a report to decide. */
export async function showSellers(stage: Stage, { operator, sellers }: House): Promise<void> {
  stage.daysAgo(6)
  await stage.ask(operator, `mutation { addUsualRequirements { id } }`)
  await stage.ask(sellers.brindille.member, SAVE_WORDS, {
    fr: {
      about: "Nous tournons et émaillons à Limoges, à deux, depuis 2009.",
      delivery: "Emballage sans plastique, remis au transporteur sous deux jours.",
      returns: "Trente jours, même après un premier thé.",
    },
    en: {
      about: "Two of us, throwing and glazing in Limoges since 2009.",
      delivery: "Packed without plastic, with the carrier within two days.",
      returns: "Thirty days, even after a first cup of tea.",
    },
  })
  await applicantWithRefusedPaper(stage, operator)
  await applicantInReview(stage)
  stage.daysAgo(2)
  await stage.ask(operator, `mutation { inviteSeller(email: "nils@filature.example", name: "Filature Nord") { id } }`)
  const [from, lastDay] = [20, 33].map((days) => new Date(+stage.now + days * DAY_MS).toISOString().slice(0, 10))
  await stage.ask(
    sellers.kumo.member,
    `mutation ($from: String!, $lastDay: String!) { addSellerHoliday(from: $from, lastDay: $lastDay) { id } }`,
    { from, lastDay },
  )
  await stage.ask(
    sellers.brindille.member,
    `mutation { inviteTeamMember(email: "paul@brindille.example", role: ORDERS) { role } }`,
  )
  stage.daysAgo(1)
  await stage.ask(operator, `mutation ($input: TermsInput!) { publishTerms(input: $input) { version } }`, {
    input: {
      body: {
        fr: `${TERMS.body.fr}\n5. Les litiges sont répondus sous deux jours ouvrés.`,
        en: `${TERMS.body.en}\n5. Disputes are answered within two working days.`,
      },
      summary: {
        fr: "Les litiges sont répondus sous deux jours ouvrés.",
        en: "Disputes are answered within two working days.",
      },
      effectiveAt: new Date(+stage.now + 20 * DAY_MS),
    },
  })
  await report(stage, sellers.lueur.member)
  stage.daysAgo(0)
  stage.tell("applicants, papers, terms and a report wait for the operator")
}

const SAVE_WORDS = `mutation ($fr: ShopWordsInput!, $en: ShopWordsInput!) { saveSellerPresentation(fr: $fr, en: $en) { fr { about } } }`
const START = `mutation ($input: StartApplicationInput!) { startSellerApplication(input: $input) { sellerId } }`
const SAVE = `mutation ($input: SellerFileInput!) { saveSellerFile(input: $input) { problems { field } } }`

/** One page that says what it stands for. */
const paper = (title: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>endobj\n4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n5 0 obj<</Length ${title.length + 40}>>stream\nBT /F1 20 Tf 72 740 Td (${title}) Tj ET\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
    "latin1",
  )

async function applicant(stage: Stage, given: { email: string; personName: string; shopName: string }) {
  const { startSellerApplication } = await stage.ask<{ startSellerApplication: { sellerId: string } }>(null, START, {
    input: { ...given, password: PASSWORD },
  })
  const marketplace: MarketplaceModuleService = stage.container.resolve(MARKETPLACE_MODULE)
  const [member] = await marketplace.listSellerMembers({ seller_id: startSellerApplication.sellerId })
  return { id: startSellerApplication.sellerId, member: { actor: "SELLER_MEMBER", id: member!.id } as const }
}

async function handIn(
  stage: Stage,
  seller: { id: string; member: SignedIn },
  requirementCode: string,
  expiresOn: string | null = null,
): Promise<string> {
  const marketplace: MarketplaceModuleService = stage.container.resolve(MARKETPLACE_MODULE)
  const [row] = await marketplace.listSellers({ id: seller.id })
  return handInDocument(stage.container, row!, {
    requirementCode,
    expiresOn,
    fileName: `${requirementCode}.pdf`,
    bytes: paper(requirementCode.replaceAll("_", " ")),
    memberId: seller.member.id,
  })
}

async function save(stage: Stage, seller: { member: SignedIn }, input: object): Promise<void> {
  const { saveSellerFile } = await stage.ask<{ saveSellerFile: { problems: { field: string }[] } }>(
    seller.member,
    SAVE,
    { input },
  )
  if (saveSellerFile.problems.length > 0)
    throw new Error(`The file was not taken: ${saveSellerFile.problems.map(({ field }) => field).join(", ")}`)
}

const whole = {
  postalCode: "13001",
  city: "Marseille",
  selfCertified: true,
  acceptsTerms: true,
  acceptsShopReturns: true,
}

async function applicantWithRefusedPaper(stage: Stage, operator: SignedIn): Promise<void> {
  const seller = await applicant(stage, {
    email: "ines@savonnerie.example",
    personName: "Inès Roubaud",
    shopName: "Savonnerie du Port",
  })
  await save(stage, seller, {
    ...whole,
    legalName: "Savonnerie du Port SARL",
    street: "8 quai de Rive-Neuve",
    phone: "+33 4 91 00 00 00",
    registrationNumber: "90074200800015",
  })
  const id = await handIn(stage, seller, "company_register_extract")
  await stage.ask(
    operator,
    `mutation ($id: ID!) { reviewDocument(id: $id, accept: false, reason: "L'extrait a plus de trois mois.") { papersKeptUntil } }`,
    { id },
  )
}

async function applicantInReview(stage: Stage): Promise<void> {
  const seller = await applicant(stage, {
    email: "leon@tissages.example",
    personName: "Léon Maurel",
    shopName: "Tissages Maurel",
  })
  await save(stage, seller, {
    ...whole,
    legalName: "Tissages Maurel",
    legalForm: "SOLE_TRADER",
    street: "2 rue de la Navette",
    phone: "+33 4 91 11 11 11",
    registrationNumber: "90074300600018",
    taxId: "900743006",
  })
  await handIn(stage, seller, "company_register_extract")
  const year = new Date(stage.now).getUTCFullYear() + 4
  await handIn(stage, seller, "identity_of_the_representative", `${year}-05-31`)
  await stage.ask(seller.member, `mutation { saveBankAccount(iban: "FR76 3000 6000 0112 3456 7890 189") { id } }`)
  await stage.ask(seller.member, `mutation { handInApplication { id } }`)
}

async function report(stage: Stage, member: SignedIn): Promise<void> {
  const { sellerOffers } = await stage.ask<{ sellerOffers: { items: { offer: { id: string } }[] } }>(
    member,
    `{ sellerOffers(pageSize: 1) { items { offer { id } } } }`,
  )
  const [first] = sellerOffers.items
  if (!first) return
  await stage.ask(null, `mutation ($input: NoticeInput!) { reportNotice(input: $input) { number } }`, {
    input: {
      subject: "OFFER",
      subjectId: first.offer.id,
      category: "UNSAFE",
      explanation: "La fiche électrique n'a pas de terre alors que le boîtier est en métal.",
      reporterName: "Hugo Lenoir",
      reporterEmail: "hugo@exemple.fr",
      goodFaith: true,
    },
  })
}
