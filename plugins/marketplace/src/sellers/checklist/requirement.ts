export const REQUIREMENT_KINDS = ["document", "tax_id", "vat_number", "epr", "bank_account", "shop_returns"] as const
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number]

export const AUDIENCES = ["any", "fr", "eu", "outside_eu"] as const
export type Audience = (typeof AUDIENCES)[number]

export const LEGAL_FORMS = ["company", "sole_trader", "association"] as const
export type LegalForm = (typeof LEGAL_FORMS)[number]

/** Streams of extended producer responsibility that a seller may need a number for (L541-10-1). */
export const EPR_STREAMS = [
  "packaging",
  "paper",
  "electronics",
  "batteries",
  "furniture",
  "textiles",
  "toys",
  "sports",
  "garden",
  "building",
  "tyres",
] as const
export type EprStream = (typeof EPR_STREAMS)[number]

export interface Words {
  readonly fr: string
  readonly en: string
}

/** One line of the operator's checklist: what is asked, of whom. */
export interface Requirement {
  readonly id: string
  readonly code: string
  readonly kind: RequirementKind
  readonly audience: Audience
  /** Null asks it of every form. */
  readonly legalForm: LegalForm | null
  readonly stream: EprStream | null
  readonly label: Words
  readonly help: Partial<Words>
  readonly mandatory: boolean
  readonly needsExpiry: boolean
  readonly position: number
  /** Sellers who sold before are asked from then on. */
  readonly bindingFrom: Date
}
