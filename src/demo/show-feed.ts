import { Readable } from "node:stream"
import { receiveUpload, workImports } from "@gondola/marketplace"
import type { House } from "./open-house"
import type { Stage } from "./stage"

/** What a supplier sends: two lines of one article, one that lacks its manufacturer, one with a mistake. */
const FEED = [
  "groupe;sku;ean;titre;marque;categorie;couleur;prix;stock;tva;image;fabricant;contact fabricant",
  "PLAID;PLAID-ECRU;;Plaid en laine;Ourse;maison;écru;69,00;12;20;/pictures/plaid.svg;Ourse, Mazamet;securite@ourse.example",
  "PLAID;PLAID-OCRE;;Plaid en laine;Ourse;maison;ocre;69,00;8;20;/pictures/plaid.svg;Ourse, Mazamet;securite@ourse.example",
  ";SEL-GRIS;;Sel gris de Guérande;Paludier;maison;;4,90;40;5,5;/pictures/salt.svg;;",
  ";POIVRE;;Poivre noir;Paludier;maison;;cinq euros;40;5,5;/pictures/pepper.svg;;",
].join("\n")

const KEEP = `mutation ($fields: [ImportFieldInput!]!) { saveImportMapping(name: "Flux fournisseur", fields: $fields) { id } }`
const LOOK = `query ($id: ID!) { importUpload(id: $id) { guess { field column } } }`
const START = `mutation ($id: ID!, $mapping: [ImportFieldInput!]) { startImport(uploadId: $id, mapping: $mapping, dryRun: true) { id } }`

/** A feed of the retailer, tried and not taken in yet: the operator reads what is wrong with it. */
export async function showFeed(stage: Stage, { operator }: Pick<House, "operator">): Promise<void> {
  const upload = { sellerId: null, actor: operator.id, name: "fournisseur.csv", size: null }
  const id = await receiveUpload(stage.container, upload, Readable.from([Buffer.from(FEED)]))
  const { importUpload } = await stage.ask<{ importUpload: { guess: object[] } }>(operator, LOOK, { id })
  await stage.ask(operator, KEEP, { fields: importUpload.guess })
  await stage.ask(operator, START, { id, mapping: importUpload.guess })
  await workImports(stage.container)
}
