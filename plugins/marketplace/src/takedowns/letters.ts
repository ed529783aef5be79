import { letterDay } from "../orders/letter-money"
import type { Letters } from "../notifications/letter"
import { both } from "../sellers/letters/words"
import type { TakedownKind } from "./takedown"

export interface BoughtPart {
  readonly number: number
  readonly placedAt: Date
  readonly quantity: number
  readonly title: string
  /** Name and address of the trader it was bought from. */
  readonly trader: string
}

interface Story {
  readonly kind: TakedownKind
  readonly title: string
  readonly reason: string
  readonly redress: string
}

/** To whoever bought it (DSA art. 32 (1), GPSR art. 36): that it is unlawful or recalled, who sold it, what can be done. */
export const buyerLetter = (story: Story & { readonly parts: readonly BoughtPart[]; readonly url: string }): Letters =>
  both((l) => {
    const traders = [...new Set(story.parts.map((part) => part.trader))]
    const bought = story.parts.map((part): [string, string] =>
      l === "fr"
        ? [`Commande ${part.number} du ${letterDay(part.placedAt, l)}`, `${part.quantity} × ${part.title}`]
        : [`Order ${part.number} of ${letterDay(part.placedAt, l)}`, `${part.quantity} × ${part.title}`],
    )
    const recall = story.kind === "recall"
    return l === "fr"
      ? {
          subject: recall
            ? `Rappel de produit : ${story.title}`
            : `Un produit que vous avez acheté est illicite : ${story.title}`,
          paragraphs: [
            recall
              ? `Vous avez acheté chez nous «${story.title}». Ce produit est rappelé. Cessez de l'utiliser.`
              : `Vous avez acheté chez nous «${story.title}». Nous avons appris que ce produit est illicite et l'avons retiré de la vente.`,
            story.redress,
          ],
          facts: [["Pourquoi", story.reason], ["Vendu par", traders.join(" ; ")], ...bought],
          action: { label: "Ouvrir ma commande", url: story.url },
        }
      : {
          subject: recall ? `Product recall: ${story.title}` : `A product that you bought is unlawful: ${story.title}`,
          paragraphs: [
            recall
              ? `You bought “${story.title}” from us. This product is recalled. Stop using it.`
              : `You bought “${story.title}” from us. We have learned that this product is unlawful and have taken it off sale.`,
            story.redress,
          ],
          facts: [["Why", story.reason], ["Sold by", traders.join("; ")], ...bought],
          action: { label: "Open my order", url: story.url },
        }
  })

/** Statement of reasons to the seller whose offer goes (DSA art. 17). */
export const sellerLetter = ({ kind, title, reason }: Omit<Story, "redress">): Letters =>
  both((l) =>
    l === "fr"
      ? {
          subject: kind === "recall" ? `Produit rappelé : ${title}` : `Produit illicite retiré : ${title}`,
          paragraphs: [
            "Vos offres sur ce produit ne sont plus en vente et n'y reviennent pas sous une autre référence. Les personnes qui l'ont acheté sont prévenues.",
            "La décision a été prise par une personne. Vous pouvez la contester depuis votre espace pendant six mois, sans frais ; un organe de règlement extrajudiciaire et le juge vous restent ouverts.",
          ],
          facts: [
            ["Motif", reason],
            ["Fondement", "La loi"],
          ],
          action: { label: "Contester ou voir les motifs", url: "/seller/standing" },
        }
      : {
          subject: kind === "recall" ? `Product recalled: ${title}` : `Unlawful product taken down: ${title}`,
          paragraphs: [
            "Your offers of this product are no longer on sale and do not come back under another reference. Those who bought it are told.",
            "The decision was taken by a person. You can contest it in your room for six months, free of charge; an out-of-court body and the courts stay open to you.",
          ],
          facts: [
            ["Reason", reason],
            ["Ground", "The law"],
          ],
          action: { label: "Contest or see the reasons", url: "/seller/standing" },
        },
  )

export const takedownLiftedLetter = (title: string, reason: string): Letters =>
  both((l) => ({
    subject: l === "fr" ? `Retrait levé : ${title}` : `Takedown lifted: ${title}`,
    paragraphs: [
      l === "fr"
        ? "Ce produit peut de nouveau être vendu ; vos offres actives reviennent en ligne."
        : "This product may be sold again; your active offers come back.",
    ],
    facts: [[l === "fr" ? "Motif" : "Reason", reason]],
  }))
