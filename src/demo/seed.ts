import { writeFileSync } from "node:fs"
import { join } from "node:path"
import type { ExecArgs } from "@medusajs/framework/types"
import { measure } from "./measure"
import { openCampaigns } from "./open-campaigns"
import { openHouse } from "./open-house"
import { openShops } from "./open-shops"
import { placeOrders } from "./place-orders"
import { showAds } from "./show-ads"
import { showCatalogue } from "./show-catalogue"
import { showDocuments } from "./show-documents"
import { showGoods } from "./show-goods"
import { showFees } from "./show-fees"
import { showPayouts } from "./show-payouts"
import { showPrivacy } from "./show-privacy"
import { showPrograms } from "./show-programs"
import { showRefunds } from "./show-refunds"
import { showSellers } from "./show-sellers"
import { signIns } from "./sign-ins"
import { Stage } from "./stage"
import { takeReturn } from "./take-return"
import { talkAboutOrders } from "./talk-about-orders"

/** Makes the demonstration: a marketplace with people, goods, orders in every state, campaigns and a return. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  if (process.env.GONDOLA_DEMO !== "1")
    throw new Error("The demonstration has well-known passwords: it is only made by npm start (GONDOLA_DEMO=1)")
  const stage = new Stage(container)
  const house = await openHouse(stage)
  const { clerk } = await openShops(stage, house)
  await openCampaigns(stage, house)
  await showAds(stage, house)
  const placed = await placeOrders(stage, house)
  await takeReturn(stage, clerk, placed)
  await showCatalogue(stage, house)
  await talkAboutOrders(stage, house, placed)
  await showRefunds(stage, house, placed)
  await showFees(stage, house)
  await showDocuments(stage, house)
  await showPrivacy(stage, house)
  await showPrograms(stage, house)
  await showSellers(stage, house)
  await showPayouts(stage, house)
  await showGoods(stage, house)
  await measure(stage, house)
  const folder = process.env.GONDOLA_DATA_DIR ?? join(process.cwd(), ".data")
  writeFileSync(join(folder, "demonstration.json"), JSON.stringify(signIns(), null, 2), { mode: 0o600 })
}
