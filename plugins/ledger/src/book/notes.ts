/** What an entry says, as a code with parameters: kept in the book, put into words for whoever reads it. */
export interface EntryNote {
  readonly code: NoteCode
  readonly params: Readonly<Record<string, string | number>>
}

export type NoteLocale = "fr" | "en"

const WORDS = {
  line: { fr: "{title} × {quantity}", en: "{title} × {quantity}" },
  payment_captured: { fr: "Commande {order} : paiement encaissé", en: "Order {order}: payment captured" },
  delivery: { fr: "Commande {order} : livraison", en: "Order {order}: delivery" },
  paid_back: { fr: "Remboursé au client", en: "Paid back to the shopper" },
  refund: { fr: "{label}", en: "{label}" },
  vat: { fr: "TVA {percent} % : {title}", en: "VAT {percent}%: {title}" },
  vat_rounding: { fr: "Arrondi de TVA, {month}", en: "VAT rounding, {month}" },
  subscription: { fr: "Abonnement {plan}, du {from} au {to}", en: "Subscription {plan}, {from} to {to}" },
  subscription_adjusted: {
    fr: "Abonnement {plan} : régularisation du {from} au {to}",
    en: "Subscription {plan}: adjustment, {from} to {to}",
  },
  penalty: { fr: "Pénalité : {reason}", en: "Penalty: {reason}" },
  service: { fr: "Frais : {reason}", en: "Fee: {reason}" },
  credit: { fr: "Avoir : {reason}", en: "Credit: {reason}" },
  undone: { fr: "Annulation : {reason}", en: "Undone: {reason}" },
  handling: { fr: "Retour {return} en magasin : {units} unité(s)", en: "Return {return} in a shop: {units} unit(s)" },
  catchment: { fr: "Zone de chalandise {month} : {unit}", en: "Catchment area {month}: {unit}" },
  pickup: { fr: "Retraits en magasin {month} : {unit}", en: "Pickups {month}: {unit}" },
  payout: { fr: "Virement {payout}", en: "Payout {payout}" },
  payout_returned: { fr: "Virement {payout} revenu", en: "Payout {payout} came back" },
  reserve: { fr: "Réserve", en: "Reserve" },
  late_interest: {
    fr: "Commande {order} : remboursement en retard de {days} jour(s), intérêts",
    en: "Order {order}: refund {days} day(s) late, interest",
  },
  chargeback: { fr: "Commande {order} : paiement contesté", en: "Order {order}: payment disputed" },
  chargeback_won: { fr: "Commande {order} : contestation gagnée", en: "Order {order}: chargeback won" },
  provider_fee: { fr: "Commande {order} : frais de contestation", en: "Order {order}: fee of a dispute" },
  manual: { fr: "{reason}", en: "{reason}" },
} as const

export type NoteCode = keyof typeof WORDS

/** Dates (YYYY-MM-DD) are written the reader's way; an unknown parameter stays visible. */
export function noteText(note: EntryNote, locale: NoteLocale): string {
  return WORDS[note.code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = note.params[name]
    return value === undefined ? whole : shown(name, String(value), locale)
  })
}

export const isNoteCode = (code: string): code is NoteCode => code in WORDS

const shown = (name: string, value: string, locale: NoteLocale): string => {
  // People tell payouts apart by the end of their reference.
  if (name === "payout") return value.slice(-8)
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!day) return locale === "fr" && name === "percent" ? value.replace(".", ",") : value
  return locale === "fr" ? `${day[3]}/${day[2]}/${day[1]}` : value
}
