import type { MedusaContainer } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { clockOf } from "@gondola/kit"
import { dayOf } from "../figures/paris-time"
import { knexOf } from "../modules/marketplace/resolve"
import { groupBy } from "../read-model/group-by"
import {
  type CheckedSeller,
  type ChecklistItem,
  checklistOf,
  type HandedIn,
  openRequirements,
} from "./checklist/checklist"
import { readRequirements } from "./checklist/requirement-store"
import { type Gate, missingGates } from "./gates"
import { type Closure, closureAt } from "./holidays/closure"
import type { SellerRow } from "./seller-row"
import { boundByTerms, type TermsVersion } from "./terms/in-force"

/** What is known of a seller beside its row. */
export interface SellerFacts {
  readonly checked: CheckedSeller
  readonly checklist: readonly ChecklistItem[]
  readonly closures: readonly Closure[]
  readonly termsAccepted: boolean
  readonly acceptedVersion: number | null
  readonly gates: readonly Gate[]
}

/** Facts of any number of sellers in seven statements. */
export async function readSellerFacts(
  container: MedusaContainer,
  sellers: readonly SellerRow[],
): Promise<Map<string, SellerFacts>> {
  if (sellers.length === 0) return new Map()
  const knex = knexOf(container)
  const now = clockOf(container).now()
  const ids = sellers.map(({ id }) => id)
  const [requirements, versions, documents, epr, banks, accepted, closures] = await Promise.all([
    readRequirements(knex),
    readTermsVersions(knex),
    presentDocuments(knex, ids),
    rowsOf<{ seller_id: string; stream: string }>(knex, "marketplace_seller_epr", ids),
    knex("marketplace_payout_account").whereIn("seller_id", ids).whereNotNull("last4").select("seller_id") as Promise<
      { seller_id: string }[]
    >,
    rowsOf<{ seller_id: string; version: number }>(knex, "marketplace_terms_acceptance", ids),
    knex("marketplace_seller_holiday")
      .whereIn("seller_id", ids)
      .whereNull("cancelled_at")
      .where("until_at", ">", now)
      .select("seller_id", "from_at as from", "until_at as until") as Promise<(Closure & { seller_id: string })[]>,
  ])
  const of = {
    documents: groupBy(documents, (row) => row.sellerId),
    epr: groupBy(epr, (row) => row.seller_id),
    banks: new Set(banks.map((row) => row.seller_id)),
    accepted: groupBy(accepted, (row) => row.seller_id),
    closures: groupBy(closures, (row) => row.seller_id),
  }
  return new Map(
    sellers.map((seller) => {
      const checked: CheckedSeller = {
        state: seller.state,
        countryCode: seller.country_code,
        legalForm: seller.legal_form,
        taxId: seller.tax_id,
        vatNumber: seller.vat_number,
        acceptsShopReturns: seller.accepts_shop_returns,
        hasBankAccount: of.banks.has(seller.id),
        eprStreams: (of.epr.get(seller.id) ?? []).map((row) => row.stream),
        documents: of.documents.get(seller.id) ?? [],
      }
      const checklist = checklistOf(checked, requirements, { now, today: dayOf(now) })
      const versionsAccepted = (of.accepted.get(seller.id) ?? []).map((row) => row.version)
      const acceptedVersion = versionsAccepted.length ? Math.max(...versionsAccepted) : null
      const termsAccepted = boundByTerms(
        versions,
        { atApplication: seller.terms_accepted_at !== null, version: acceptedVersion },
        now,
      )
      const closed = of.closures.get(seller.id) ?? []
      const gates = gatesWith(seller, {
        termsAccepted,
        openRequirements: openRequirements(checklist),
        onHoliday: closureAt(closed, now) !== null,
      })
      return [seller.id, { checked, checklist, closures: closed, termsAccepted, acceptedVersion, gates }]
    }),
  )
}

/** Red gates of each seller, by id. */
export async function gatesOf(container: MedusaContainer, sellers: readonly SellerRow[]): Promise<Map<string, Gate[]>> {
  const facts = await readSellerFacts(container, sellers)
  return new Map([...facts].map(([id, { gates }]) => [id, [...gates]]))
}

function gatesWith(
  row: SellerRow,
  known: { termsAccepted: boolean; openRequirements: readonly string[]; onHoliday: boolean },
): Gate[] {
  return missingGates({
    state: row.state,
    legalName: row.legal_name,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    countryCode: row.country_code,
    email: row.email,
    phone: row.phone,
    registrationNumber: row.registration_number,
    selfCertified: row.self_certified,
    euResponsible: row.eu_responsible,
    delivers: row.stock_location_id !== null,
    ...known,
  })
}

export async function readTermsVersions(knex: Knex): Promise<TermsVersion[]> {
  return (await knex("marketplace_terms").select("version", "effective_at as effectiveAt")) as TermsVersion[]
}

async function presentDocuments(knex: Knex, ids: readonly string[]): Promise<(HandedIn & { sellerId: string })[]> {
  return (await knex("marketplace_seller_document")
    .whereIn("seller_id", [...ids])
    .whereNot("state", "replaced")
    .select(
      "id",
      "seller_id as sellerId",
      "requirement_id as requirementId",
      "state",
      "reason",
      "expires_on as expiresOn",
      "handed_in_at as handedInAt",
    )) as (HandedIn & { sellerId: string })[]
}

const rowsOf = async <T>(knex: Knex, table: string, ids: readonly string[]): Promise<T[]> =>
  (await knex(table)
    .whereIn("seller_id", [...ids])
    .select("*")) as T[]
