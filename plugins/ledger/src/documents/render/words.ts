import type { DocumentKind, VatReason } from "../document"
import type { DocumentLocale } from "./amounts"

type Words = Readonly<Record<DocumentLocale, string>>

export const TITLES: Readonly<Record<DocumentKind, Words>> = {
  commission_invoice: { fr: "Facture de commission", en: "Commission invoice" },
  fee_invoice: { fr: "Facture de frais", en: "Fee invoice" },
  credit_note: { fr: "Avoir", en: "Credit note" },
  statement: { fr: "Relevé de compte", en: "Account statement" },
  sale_invoice: { fr: "Facture", en: "Invoice" },
  sale_credit_note: { fr: "Avoir", en: "Credit note" },
}

export const REASONS: Readonly<Record<VatReason, Words>> = {
  reverse_charge: {
    fr: "Autoliquidation : TVA due par le preneur (art. 283-2 du CGI, art. 44 et 196 de la directive 2006/112/CE).",
    en: "Reverse charge: VAT is due by the recipient (French tax code art. 283-2, Directive 2006/112/EC art. 44 and 196).",
  },
  outside_eu: {
    fr: "TVA non applicable : preneur établi hors de l'Union européenne (art. 259, 1° du CGI).",
    en: "VAT not applicable: recipient established outside the European Union (French tax code art. 259, 1°).",
  },
  no_consideration: {
    fr: "Sans TVA : somme qui ne rémunère pas une prestation taxée.",
    en: "No VAT: amount that does not pay for a taxed service.",
  },
  small_business: {
    fr: "TVA non applicable, art. 293 B du CGI.",
    en: "VAT not applicable, art. 293 B of the French tax code.",
  },
  small_business_eu: {
    fr: "TVA non applicable : franchise pour les petites entreprises (directive 2006/112/CE, art. 284).",
    en: "VAT not applicable: exemption for small enterprises (Directive 2006/112/EC, art. 284).",
  },
  import: {
    fr: "Hors champ de la TVA française : bien expédié depuis un pays tiers, la TVA est due à l'importation.",
    en: "Outside the scope of French VAT: goods sent from outside the European Union, VAT is due on import.",
  },
}

/** Code de commerce art. L441-9, L441-10 and D441-5: terms, late penalties, 40 € for the cost of recovery, discount. */
export const TERMS: Readonly<Record<"settled" | "late" | "indemnity" | "discount" | "services" | "refunded", Words>> = {
  settled: {
    fr: "Montant déjà réglé par compensation sur votre compte vendeur : rien à payer.",
    en: "Already settled by set-off on your seller account: nothing to pay.",
  },
  refunded: {
    fr: "Montant déjà crédité sur votre compte vendeur.",
    en: "Already credited to your seller account.",
  },
  late: {
    fr: "Pénalités de retard : taux de refinancement de la BCE majoré de 10 points, exigibles dès le lendemain de l'échéance.",
    en: "Late payment: the ECB's refinancing rate plus 10 points, due from the day after the due date.",
  },
  indemnity: {
    fr: "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €.",
    en: "Fixed compensation for the cost of recovery in case of late payment: €40.",
  },
  discount: { fr: "Pas d'escompte pour paiement anticipé.", en: "No discount for early payment." },
  services: {
    fr: "Nature de l'opération : prestation de services.",
    en: "Nature of the operation: supply of services.",
  },
}

/** What a shopper reads below the figures. `{…}` is filled in. */
export const SALE_WORDS = {
  mandate: {
    fr: "Document émis par {by} au nom et pour le compte de {name} (mandat de facturation du {since}, CGI art. 289, I-2).",
    en: "Issued by {by} in the name and on behalf of {name} (invoicing mandate of {since}, French tax code art. 289, I-2).",
  },
  deemed: {
    fr: "Offre de {name} : {by} est réputée avoir acheté et revendu ces biens et en doit la TVA (CGI art. 256, V bis).",
    en: "Offer of {name}: {by} is deemed to have bought and resold these goods and owes their VAT (French tax code art. 256, V bis).",
  },
  paid: { fr: "Payée lors de la commande : rien à payer.", en: "Paid with the order: nothing to pay." },
  refunded: {
    fr: "Remboursé par le moyen de paiement de la commande.",
    en: "Paid back by the means of payment of the order.",
  },
  goods: { fr: "Nature de l'opération : livraison de biens.", en: "Nature of the operation: supply of goods." },
} as const satisfies Record<string, Words>

export const WORDS = {
  number: { fr: "Numéro", en: "Number" },
  issued: { fr: "Date d'émission", en: "Date of issue" },
  due: { fr: "Échéance", en: "Due date" },
  period: { fr: "Période", en: "Period" },
  corrects: { fr: "Corrige la facture", en: "Corrects invoice" },
  of: { fr: "du", en: "of" },
  to: { fr: "au", en: "to" },
  reason: { fr: "Motif", en: "Reason" },
  recipient: { fr: "Destinataire", en: "Recipient" },
  account: { fr: "Compte de", en: "Account of" },
  registration: { fr: "N° d'immatriculation", en: "Registration no." },
  vatNumber: { fr: "N° TVA", en: "VAT no." },
  description: { fr: "Désignation", en: "Description" },
  quantity: { fr: "Nombre", en: "Count" },
  rate: { fr: "TVA", en: "VAT" },
  net: { fr: "Montant HT", en: "Net amount" },
  base: { fr: "Base HT", en: "Net base" },
  vat: { fr: "Montant de TVA", en: "VAT amount" },
  totalNet: { fr: "Total HT", en: "Total net" },
  totalVat: { fr: "Total TVA", en: "Total VAT" },
  totalGross: { fr: "Total TTC", en: "Total" },
  settledAmount: { fr: "Réglé par compensation", en: "Settled by set-off" },
  creditedAmount: { fr: "Crédité sur votre compte", en: "Credited to your account" },
  toPay: { fr: "Net à payer", en: "Amount due" },
  annex: { fr: "Détail des écritures", en: "Entries in detail" },
  date: { fr: "Date", en: "Date" },
  order: { fr: "Commande", en: "Order" },
  amount: { fr: "Montant", en: "Amount" },
  more: { fr: "{n} autres écritures : voir le fichier CSV.", en: "{n} more entries: see the CSV file." },
  opening: { fr: "Solde au début de la période", en: "Balance at the beginning" },
  closing: { fr: "Solde à la fin de la période", en: "Balance at the end" },
  movement: { fr: "Mouvement", en: "Movement" },
  documents: { fr: "Factures et avoirs de la période", en: "Invoices and credit notes of the period" },
  page: { fr: "Page {page} sur {pages}", en: "Page {page} of {pages}" },
  seal: { fr: "Empreinte", en: "Seal" },
  buyer: { fr: "Client", en: "Customer" },
  shipped: { fr: "Expédié le", en: "Shipped on" },
  units: { fr: "Quantité", en: "Quantity" },
  soldBy: { fr: "Vendu par", en: "Sold by" },
  unitNet: { fr: "Prix unit. HT", en: "Unit net" },
  grossAmount: { fr: "Montant TTC", en: "With VAT" },
  paidAmount: { fr: "Payé à la commande", en: "Paid with the order" },
  refundedAmount: { fr: "Remboursé", en: "Paid back" },
} as const satisfies Record<string, Words>

/** Kinds of entries as a statement prints them. */
export const KINDS: Readonly<Record<string, Words>> = {
  order_amount: { fr: "Ventes", en: "Sales" },
  order_shipping: { fr: "Livraisons facturées aux clients", en: "Delivery paid by shoppers" },
  sale_vat: { fr: "TVA déclarée par la plateforme", en: "VAT declared by the platform" },
  commission_fee: { fr: "Commission", en: "Commission" },
  commission_vat: { fr: "TVA sur commission", en: "VAT on commission" },
  refund_amount: { fr: "Remboursements aux clients", en: "Refunds to shoppers" },
  refund_shipping: { fr: "Livraisons remboursées", en: "Delivery refunded" },
  refund_vat: { fr: "TVA des remboursements", en: "VAT of refunds" },
  refund_commission_fee: { fr: "Commission rendue", en: "Commission given back" },
  refund_commission_vat: { fr: "TVA sur commission rendue", en: "VAT on commission given back" },
  subscription_fee: { fr: "Abonnement", en: "Subscription" },
  subscription_vat: { fr: "TVA sur abonnement", en: "VAT on subscription" },
  penalty_fee: { fr: "Pénalités", en: "Penalties" },
  penalty_vat: { fr: "TVA sur pénalités", en: "VAT on penalties" },
  service_fee: { fr: "Frais", en: "Fees" },
  service_vat: { fr: "TVA sur frais", en: "VAT on fees" },
  handling_fee: { fr: "Traitement des retours en magasin", en: "Handling of returns in shops" },
  handling_vat: { fr: "TVA sur traitement des retours", en: "VAT on handling of returns" },
  fee_credit: { fr: "Frais annulés", en: "Fees undone" },
  fee_credit_vat: { fr: "TVA sur frais annulés", en: "VAT on fees undone" },
  vat_rounding: { fr: "Arrondi de TVA", en: "VAT rounding" },
  manual_credit: { fr: "Crédit de l'opérateur", en: "Credit by the operator" },
  manual_debit: { fr: "Débit de l'opérateur", en: "Debit by the operator" },
  chargeback: { fr: "Paiements contestés", en: "Chargebacks" },
  chargeback_reversal: { fr: "Contestations gagnées", en: "Chargebacks won" },
  reserve_funding: { fr: "Mise en réserve", en: "Put in reserve" },
  reserve_settlement: { fr: "Réserve libérée", en: "Reserve released" },
  payment: { fr: "Virements", en: "Payouts" },
  payment_reversal: { fr: "Virements revenus", en: "Payouts come back" },
  late_interest: { fr: "Intérêts de remboursements en retard", en: "Interest on late refunds" },
}
