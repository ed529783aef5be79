import type { EntryKind } from "@gondola/ledger"

type Words = Readonly<Record<"fr" | "en", string>>

const words = (count: number, one: Words, many: Words): Words => ({
  fr: (count > 1 ? many.fr : one.fr).replace("{n}", String(count)),
  en: (count === 1 ? one.en : many.en).replace("{n}", String(count)),
})

const LABELS: Partial<Record<EntryKind, (count: number) => Words>> = {
  commission_fee: (n) =>
    words(
      n,
      { fr: "Commission sur {n} vente", en: "Commission on {n} sale" },
      { fr: "Commission sur {n} ventes", en: "Commission on {n} sales" },
    ),
  refund_commission_fee: (n) =>
    words(
      n,
      { fr: "Commission rendue sur {n} remboursement", en: "Commission given back on {n} refund" },
      { fr: "Commission rendue sur {n} remboursements", en: "Commission given back on {n} refunds" },
    ),
  subscription_fee: () => ({ fr: "Abonnement", en: "Subscription" }),
  penalty_fee: (n) => words(n, { fr: "{n} pénalité", en: "{n} penalty" }, { fr: "{n} pénalités", en: "{n} penalties" }),
  service_fee: (n) =>
    words(n, { fr: "{n} prestation", en: "{n} service fee" }, { fr: "{n} prestations", en: "{n} service fees" }),
  handling_fee: (n) =>
    words(
      n,
      { fr: "Traitement de {n} retour en magasin", en: "Handling of {n} return in a shop" },
      { fr: "Traitement de {n} retours en magasin", en: "Handling of {n} returns in a shop" },
    ),
  fee_credit: (n) =>
    words(n, { fr: "{n} frais annulé", en: "{n} fee undone" }, { fr: "{n} frais annulés", en: "{n} fees undone" }),
}

/** What a line of an invoice says; the entries behind it are listed in the annex. */
export const lineLabel = (kind: EntryKind, count: number): Words =>
  LABELS[kind]?.(count) ?? { fr: `${kind} (${count})`, en: `${kind} (${count})` }
