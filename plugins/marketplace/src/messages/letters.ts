import type { Letters } from "../notifications/letter"
import type { Side } from "./write-message"

/** A message waits; it is read where everything about the order is kept. */
export function messageLetter(story: {
  readonly number: number
  readonly from: Side
  readonly trader: string
  readonly url: string
}): Letters {
  const fr = { SHOPPER: "Le client", SELLER: story.trader, OPERATOR: "Le service client" }[story.from]
  const en = { SHOPPER: "The customer", SELLER: story.trader, OPERATOR: "Customer service" }[story.from]
  return {
    fr: {
      subject: `Commande ${story.number} : nouveau message`,
      paragraphs: [`${fr} vous a écrit au sujet de la commande ${story.number}. Lisez et répondez depuis la commande.`],
      action: { label: "Lire le message", url: story.url },
    },
    en: {
      subject: `Order ${story.number}: new message`,
      paragraphs: [`${en} has written to you about order ${story.number}. Read and answer it from the order.`],
      action: { label: "Read the message", url: story.url },
    },
  }
}
