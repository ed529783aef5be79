import { isInEu } from "../eu"
import type { SellerState } from "../states"
import type { LegalForm, Requirement } from "./requirement"

export type ItemState = "missing" | "handed_in" | "accepted" | "rejected" | "expired"

export interface HandedIn {
  readonly id: string
  readonly requirementId: string
  readonly state: "handed_in" | "accepted" | "rejected"
  readonly reason: string | null
  /** Last day on which the paper holds, YYYY-MM-DD. */
  readonly expiresOn: string | null
  readonly handedInAt: Date
}

/** What the checklist looks at. */
export interface CheckedSeller {
  readonly state: SellerState
  readonly countryCode: string
  readonly legalForm: LegalForm
  readonly taxId: string | null
  readonly vatNumber: string | null
  readonly acceptsShopReturns: boolean
  readonly hasBankAccount: boolean
  readonly eprStreams: readonly string[]
  /** Those that were not replaced. */
  readonly documents: readonly HandedIn[]
}

export interface ChecklistItem {
  readonly requirement: Requirement
  readonly state: ItemState
  readonly document: HandedIn | null
  /** A newer paper that waits for its review while the accepted one still holds. */
  readonly waiting: HandedIn | null
  /** Keeps the shop shut while it is not accepted. */
  readonly binding: boolean
}

export function applies(requirement: Requirement, seller: { countryCode: string; legalForm: LegalForm }): boolean {
  const { audience, legalForm } = requirement
  const country = seller.countryCode.toLowerCase()
  const asked =
    audience === "any" ||
    (audience === "fr" && country === "fr") ||
    (audience === "eu" && isInEu(country)) ||
    (audience === "outside_eu" && !isInEu(country))
  return asked && (legalForm === null || legalForm === seller.legalForm)
}

/** `today` is the retailer's calendar day: a paper holds through its last one. */
export function checklistOf(
  seller: CheckedSeller,
  requirements: readonly Requirement[],
  { now, today }: { now: Date; today: string },
): ChecklistItem[] {
  const sold = seller.state === "active" || seller.state === "suspended"
  return requirements
    .filter((requirement) => applies(requirement, seller))
    .map((requirement) => {
      const { document, waiting } = currentDocument(
        seller.documents.filter((each) => each.requirementId === requirement.id),
        today,
      )
      return {
        requirement,
        document,
        waiting,
        state: stateOf(requirement, seller, { document, today }),
        binding: requirement.mandatory && (!sold || requirement.bindingFrom <= now),
      }
    })
}

/** What was accepted and still holds counts, whatever came after it; else the newest paper does. */
export function currentDocument(
  papers: readonly HandedIn[],
  today: string,
): { document: HandedIn | null; waiting: HandedIn | null } {
  const newestFirst = [...papers].sort((a, b) => +b.handedInAt - +a.handedInAt)
  const holding = newestFirst.find((each) => each.state === "accepted" && !isExpired(each, today))
  const [newest = null] = newestFirst
  return holding
    ? { document: holding, waiting: newest?.state === "handed_in" ? newest : null }
    : { document: newest, waiting: null }
}

const isExpired = ({ expiresOn }: HandedIn, today: string): boolean => expiresOn !== null && expiresOn < today

function stateOf(
  { kind, stream }: Requirement,
  seller: CheckedSeller,
  { document, today }: { document: HandedIn | null; today: string },
): ItemState {
  const given = (there: boolean): ItemState => (there ? "accepted" : "missing")
  switch (kind) {
    case "tax_id":
      return given(Boolean(seller.taxId))
    case "vat_number":
      return given(Boolean(seller.vatNumber))
    case "epr":
      return given(stream !== null && seller.eprStreams.includes(stream))
    case "bank_account":
      return given(seller.hasBankAccount)
    case "shop_returns":
      return given(seller.acceptsShopReturns)
    case "document":
      if (!document) return "missing"
      if (document.state !== "rejected" && isExpired(document, today)) return "expired"
      return document.state
  }
}

export const openRequirements = (items: readonly ChecklistItem[]): string[] =>
  items.filter((item) => item.binding && item.state !== "accepted").map((item) => item.requirement.code)

/** What keeps an application from being handed in: a paper that waits for its review does not. */
export const notHandedIn = (items: readonly ChecklistItem[]): string[] =>
  items
    .filter((item) => item.binding && item.state !== "accepted" && item.state !== "handed_in")
    .map((item) => item.requirement.code)
