import { clockOf, type GraphqlContext } from "@gondola/kit"
import type { ChecklistItem, HandedIn } from "../sellers/checklist/checklist"
import { isPrivateTaxId, maskedTaxId, mayReadTaxIdentity } from "../dac7/tax-identity"
import { knexOf } from "../modules/marketplace/resolve"
import { stillMissing } from "../sellers/application/hand-in"
import { bankAccountOf, eprNumbersOf } from "../sellers/numbers"
import { carries, type Role } from "../sellers/roles"
import type { SellerRow } from "../sellers/seller-row"
import { readHolidays } from "../sellers/holidays/holidays"
import { closureAt } from "../sellers/holidays/closure"
import { readStanding } from "../sellers/standing/read-standing"
import { factsLoader } from "./seller-view"

type Locale = "fr" | "en"

/** Enums of the schema are the rows' words in capitals. */
export const capitals = (word: string): string => word.toUpperCase()
export const small = <T extends string>(word: string): T => word.toLowerCase() as T

/** `SellerFile` of the schema; role `null` is the operator who looks at it. */
export async function sellerFileView(context: GraphqlContext, row: SellerRow, role: Role | null) {
  const [facts, eprNumbers, bankAccount] = await Promise.all([
    factsLoader(context).load(row.id),
    eprNumbersOf(context.scope, row.id),
    bankAccountOf(context.scope, row.id),
  ])
  return {
    id: row.id,
    state: capitals(row.state),
    stateReason: row.state_reason,
    handle: row.handle,
    name: row.name,
    legalName: row.legal_name,
    legalForm: capitals(row.legal_form),
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    countryCode: row.country_code,
    email: row.email,
    phone: row.phone,
    registrationNumber: row.registration_number,
    vatNumber: row.vat_number,
    taxId:
      mayReadTaxIdentity(role) || !isPrivateTaxId({ legalForm: row.legal_form }) ? row.tax_id : maskedTaxId(row.tax_id),
    euResponsible: row.eu_responsible,
    selfCertified: row.self_certified,
    acceptsShopReturns: row.accepts_shop_returns,
    acceptsTerms: facts?.termsAccepted ?? false,
    locale: row.locale,
    eprNumbers: eprNumbers.map(({ stream, number }) => ({ stream: capitals(stream), number })),
    bankAccount,
    checklist: async ({ locale }: { locale: Locale }) => {
      const names = await fileNames(context, facts?.checklist ?? [])
      return (facts?.checklist ?? []).map((item) => itemView(item, locale, names))
    },
    missing: facts?.gates ?? [],
    toDo: facts ? stillMissing(facts) : [],
    mayEdit: role !== null && carries(role, "team") && row.state !== "closed",
    role: capitals(role ?? "read_only"),
  }
}

function itemView({ requirement, ...item }: ChecklistItem, locale: Locale, names: ReadonlyMap<string, string>) {
  return {
    code: requirement.code,
    kind: capitals(requirement.kind),
    stream: requirement.stream && capitals(requirement.stream),
    label: requirement.label[locale],
    help: requirement.help[locale] || null,
    mandatory: requirement.mandatory,
    binding: item.binding,
    bindingFrom: requirement.bindingFrom,
    needsExpiry: requirement.needsExpiry,
    state: capitals(item.state),
    document: item.document && documentView(item.document, item.state, names),
    waiting: item.waiting && documentView(item.waiting, "handed_in", names),
  }
}

const documentView = (document: HandedIn, state: string, names: ReadonlyMap<string, string>) => ({
  id: document.id,
  fileName: names.get(document.id) ?? "",
  state: capitals(state),
  reason: document.reason,
  expiresOn: document.expiresOn,
  handedInAt: document.handedInAt,
})

async function fileNames(context: GraphqlContext, items: readonly ChecklistItem[]): Promise<Map<string, string>> {
  const ids = items.flatMap((item) => [item.document?.id, item.waiting?.id]).filter((id): id is string => Boolean(id))
  const rows = (await knexOf(context.scope)("marketplace_seller_document")
    .whereIn("id", ids)
    .select("id", "file_name as name")) as { id: string; name: string }[]
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function holidayViews(context: GraphqlContext, sellerId: string) {
  const now = clockOf(context.scope).now()
  return (await readHolidays(context.scope, sellerId)).map((holiday) => ({
    ...holiday,
    now: closureAt([holiday], now) !== null,
  }))
}

export async function standingView(context: GraphqlContext, row: SellerRow) {
  const statements = await readStanding(context.scope, row.id)
  return {
    state: capitals(row.state),
    stateReason: row.state_reason,
    closingAt: row.closing_at,
    statements: statements.map((statement) => ({
      ...statement,
      decision: capitals(statement.decision),
      ground: capitals(statement.ground),
      complaint: statement.complaint && {
        ...statement.complaint,
        outcome: statement.complaint.outcome && capitals(statement.complaint.outcome),
      },
    })),
  }
}
