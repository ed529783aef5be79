import { Readable } from "node:stream"
import { guessMapping, measureShare, receiveUpload, startImport, workImports } from "@gondola/marketplace"
import { offerDrafts } from "./drafts"
import type { House } from "./open-house"
import { showFeed } from "./show-feed"
import type { Stage } from "./stage"

const HEAD = ["sku", "ean", "titre", "marque", "rayon", "photo", "fabricant", "contact fabricant", "prix ttc", "stock"]

/**
 * A seller's import with what an import is about: offers that change, a line that is wrong, an article that the catalogue
 * does not know and somebody has to look at.
 */
export async function showCatalogue(stage: Stage, house: House): Promise<void> {
  stage.daysAgo(1)
  const { container } = stage
  const { id: sellerId, member } = house.sellers.brindille
  const [first, second, third] = offerDrafts("brindille")
  const lines = [
    HEAD,
    ...[first, second].map((offer) => [offer!.sku, offer!.gtin!, "", "", "", "", "", "", euros(offer!.price!), "30"]),
    [third!.sku, third!.gtin!, "", "", "", "", "", "", "douze", "30"],
    [
      "BR-VASE-01",
      "",
      "Vase soliflore en grès émaillé",
      "Brindille",
      "",
      "/pictures/mug-sage-plain.svg",
      "Atelier Brindille, Limoges",
      "securite@brindille.example",
      "24,90",
      "8",
    ],
  ]
  const file = lines.map((line) => line.join(";")).join("\r\n")
  const uploadId = await receiveUpload(
    container,
    { sellerId, actor: member.id, name: "brindille-stock.csv", size: null },
    Readable.from([Buffer.from(file)]),
  )
  await startImport(container, {
    sellerId,
    uploadId,
    mapping: guessMapping(HEAD),
    dryRun: false,
    newState: "draft",
    actor: member.id,
  })
  await workImports(container)
  await showFeed(stage, house)
  stage.daysAgo(0)
  await measureShare(container)
  stage.tell("a seller's import is done, an unknown article waits for the operator")
}

const euros = (amount: number): string => (amount / 100).toFixed(2).replace(".", ",")
