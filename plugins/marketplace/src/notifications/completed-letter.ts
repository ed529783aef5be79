import type { MedusaContainer } from "@medusajs/framework/types"
import { faceUrl } from "./face-url"
import type { Letter } from "./letter"
import type { NotificationRow } from "./notification-row"

/** The letter in the reader's language; a bare path is completed with the address of the reader's face. */
export function completedLetter(
  container: Pick<MedusaContainer, "resolve">,
  row: Pick<NotificationRow, "letter" | "locale" | "room">,
): Letter {
  const letter = row.letter[row.locale]
  if (!letter.action?.url.startsWith("/")) return letter
  const face = row.room === "SHOPPER" ? "storefront" : "portal"
  return { ...letter, action: { ...letter.action, url: faceUrl(container, face, letter.action.url) } }
}
