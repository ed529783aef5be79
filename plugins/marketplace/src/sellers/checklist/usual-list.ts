import type { MedusaContainer } from "@medusajs/framework/types"
import { knexOf } from "../../modules/marketplace/resolve"
import type { Act } from "../../trail/act"
import { readRequirements } from "./requirement-store"
import { type RequirementDraft, saveRequirement } from "./save-requirement"

const line = (over: Partial<RequirementDraft> & Pick<RequirementDraft, "kind" | "label">): RequirementDraft => ({
  audience: "any",
  legalForm: null,
  stream: null,
  help: {},
  mandatory: true,
  needsExpiry: false,
  ...over,
})

/** What a French marketplace usually asks for: DSA art. 30, DAC7, VAT, EPR and the proof of who signs. */
export const USUAL_LIST: readonly RequirementDraft[] = [
  line({
    kind: "document",
    label: { fr: "Extrait du registre (Kbis ou équivalent)", en: "Company register extract" },
    help: { fr: "Moins de trois mois, lisible en entier.", en: "Less than three months old, readable in full." },
  }),
  line({
    kind: "document",
    label: { fr: "Pièce d'identité du représentant", en: "Identity of the representative" },
    help: { fr: "Carte d'identité ou passeport en cours de validité.", en: "A valid identity card or passport." },
    needsExpiry: true,
  }),
  line({
    kind: "tax_id",
    label: { fr: "Numéro fiscal", en: "Tax number" },
    help: { fr: "Demandé par DAC7 : SIREN d'une société, numéro fiscal d'une personne.", en: "Asked for by DAC7." },
  }),
  line({ kind: "vat_number", label: { fr: "Numéro de TVA", en: "VAT number" }, audience: "eu", legalForm: "company" }),
  line({ kind: "bank_account", label: { fr: "Compte bancaire", en: "Bank account" } }),
  line({
    kind: "epr",
    stream: "packaging",
    label: { fr: "Identifiant REP emballages", en: "EPR identifier, packaging" },
    help: { fr: "Identifiant unique de l'ADEME, FR123456_01ABCD.", en: "ADEME's unique identifier, FR123456_01ABCD." },
    mandatory: false,
  }),
  line({
    kind: "shop_returns",
    label: { fr: "Mandat de retour en magasin", en: "Mandate for returns in shops" },
    mandatory: false,
  }),
]

/** Adds the lines of the usual list that are not there yet. */
export async function addUsualList(container: MedusaContainer, actor: Act["actor"]): Promise<void> {
  const present = await readRequirements(knexOf(container))
  for (const draft of USUAL_LIST) {
    const there = present.some((each) =>
      draft.kind === "document"
        ? each.label.en === draft.label.en
        : each.kind === draft.kind && each.stream === draft.stream,
    )
    if (!there) await saveRequirement(container, { draft, actor })
  }
}
