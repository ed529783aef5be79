import { spawn } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { createServer } from "node:net"
import { delimiter, join } from "node:path"
import Stripe from "stripe"

/** Where Stripe's own mock is, if it is here: it checks every parameter against the published API and keeps nothing. */
export const STRIPE_MOCK: string | undefined = [
  process.env.STRIPE_MOCK_PATH,
  ...(process.env.PATH ?? "").split(delimiter).map((dir) => join(dir, "stripe-mock")),
]
  .filter((path): path is string => Boolean(path))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })

export async function startStripeMock(): Promise<{ readonly address: string; stop(): void }> {
  const port = await freePort()
  const server = spawn(STRIPE_MOCK!, ["-http-port", String(port)], { stdio: "ignore" })
  return { address: `http://127.0.0.1:${port}`, stop: () => void server.kill() }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

export async function untilReady<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++)
    try {
      return await call()
    } catch (error) {
      const waiting = error instanceof Stripe.errors.StripeConnectionError || /connection/i.test(String(error))
      if (tries > 100 || !waiting) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}
