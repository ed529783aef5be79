// Placing a three-seller basket (one call: order, capture, shares, commission, ledger) beside its peer on the same machine in
// the same run: Medusa's own completion of a one-seller basket, authorised only. Turn by turn, so that noise meets both.
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  completeCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { fillBasket, openThreeSellers, placeOrder, type ThreeSellers } from "@gondola/marketplace"
import { timingOf, type Timing } from "./percentiles"

const WARM_UP = 5
const ROUNDS = 40
const BAR_MS = 800

const root = join(__dirname, "..")

export default async function measure({ container, args }: ExecArgs): Promise<void> {
  const rounds = args.includes("--rounds") ? Number(args[args.indexOf("--rounds") + 1]) : ROUNDS
  const shop = await openThreeSellers(container, 1_000_000)
  const basket: number[] = []
  const place: number[] = []
  const native: number[] = []
  for (let round = -WARM_UP; round < rounds; round++) {
    const cart = await timed(() => fillBasket(container, shop))
    const placed = await timed(() => placeOrder(container, cart.value))
    const peer = await nativeCompletion(container, shop)
    if (round < 0) continue
    basket.push(cart.ms)
    place.push(placed.ms)
    native.push(peer)
  }
  const result = { place: timingOf(place), native: timingOf(native), basket: timingOf(basket) }
  const passed = result.place.p95 <= BAR_MS
  if (args.includes("--json"))
    console.log(JSON.stringify({ bench: "checkout", bars: { p95Ms: BAR_MS }, passed, ...result }))
  else {
    show("place a three-seller order, captured and booked", result.place)
    show("peer: Medusa completes a one-seller cart, not captured", result.native)
    show("fill that basket: cart, three lines, three deliveries", result.basket)
    console.log(`${passed ? "passed" : "MISSED"}: p95 of placing ≤ ${BAR_MS} ms`)
  }
  process.exitCode = passed ? 0 : 1
}

async function nativeCompletion(container: MedusaContainer, shop: ThreeSellers): Promise<number> {
  const cartId = await fillBasket(container, shop, { quantities: { shirt: 2, mug: 0, lamp: 0 } })
  const { value, ms } = await timed(async () => {
    const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({
      input: { cart_id: cartId },
    })
    await createPaymentSessionsWorkflow(container).run({
      input: { payment_collection_id: collection.id, provider_id: "pp_system_default" },
    })
    return completeCartWorkflow(container).run({ input: { id: cartId } })
  })
  // Our subscriber books it afterwards; the next round must not pay for that.
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  while (!(await knex("marketplace_placed_order").where("order_id", value.result.id).first()))
    await new Promise((resolve) => setTimeout(resolve, 20))
  return ms
}

async function timed<T>(run: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const from = process.hrtime.bigint()
  const value = await run()
  return { value, ms: Number(process.hrtime.bigint() - from) / 1e6 }
}

const show = (what: string, t: Timing) =>
  console.log(
    `${what}\n  p50 ${t.p50.toFixed(0)} ms  p95 ${t.p95.toFixed(0)} ms  p99 ${t.p99.toFixed(0)} ms (${t.count} times)`,
  )

function main(): void {
  const run = (args: string[], quiet: boolean) =>
    spawnSync(process.execPath, args, {
      cwd: root,
      stdio: quiet ? ["ignore", "ignore", "inherit"] : "inherit",
      env: { ...process.env, LOG_LEVEL: "error", MEDUSA_DISABLE_TELEMETRY: "1" },
    }).status ?? 1
  const medusa = join(root, "node_modules/@medusajs/cli/cli.js")
  const migrated = run([medusa, "db:migrate", "--execute-safe-links", "--execute-safe-search"], true)
  process.exitCode = migrated || run([join(root, "src/boot/exec.cjs"), __filename, ...process.argv.slice(2)], false)
}

if (require.main === module) main()
