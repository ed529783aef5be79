import { type ChildProcess, spawn } from "node:child_process"
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const ROOT = join(__dirname, "../../..")
const PORTS = { api: 9700, storefront: 8700, portal: 7700 }

/** A marketplace of its own, with its own database on disk, that may be killed. */
export class OwnHouse {
  readonly api = `http://localhost:${PORTS.api}`
  readonly storefront = `http://localhost:${PORTS.storefront}`
  readonly portal = `http://localhost:${PORTS.portal}`
  readonly #folder = mkdtempSync(join(tmpdir(), "gondola-kill-"))
  #process: ChildProcess | undefined

  constructor() {
    chmodSync(this.#folder, 0o711)
  }

  /** Runs `npm start`'s program until it says that all is open. `variables` are the operator's own. */
  async open(variables: Readonly<Record<string, string>> = {}): Promise<void> {
    const env = { ...process.env }
    for (const name of ["DATABASE_URL", "NODE_OPTIONS", "NODE_ENV"]) delete env[name]
    const child = spawn(process.execPath, [join(ROOT, "src/boot/start.mjs")], {
      cwd: ROOT,
      env: {
        ...env,
        GONDOLA_DATA_DIR: join(this.#folder, "data"),
        GONDOLA_DEMO: "1",
        GONDOLA_API_URL: "",
        GONDOLA_STOREFRONT_URL: "",
        GONDOLA_PORTAL_URL: "",
        PORT: String(PORTS.api),
        STOREFRONT_PORT: String(PORTS.storefront),
        PORTAL_PORT: String(PORTS.portal),
        ...variables,
      },
      stdio: ["ignore", "pipe", "pipe"],
    })
    this.#process = child
    let told = ""
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        told += String(chunk)
        if (told.includes("Gondola is open")) resolve()
      }
      child.stdout.on("data", listen)
      child.stderr.on("data", listen)
      child.on("close", () => reject(new Error(`The marketplace did not open:\n${told.slice(-2000)}`)))
    })
  }

  /** kill -9 of everything at once: supervisor, API, faces and every process of the database. */
  async killEverything(): Promise<void> {
    const pid = this.#process?.pid
    if (!pid || this.#process?.exitCode !== null || this.#process.signalCode !== null) return
    for (const victim of descendants(pid).reverse()) kill(victim)
    kill(pid)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }

  /** Ends it in order; its data stay for the next start. */
  async stop(): Promise<void> {
    const child = this.#process
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once("close", resolve))
    child.kill("SIGTERM")
    await ended
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // It went with its parent.
  }
}

/** Children before grandchildren, read from /proc. */
function descendants(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8")
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]))
    } catch {
      // It ended while we looked.
    }
  }
  const found = [root]
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child)
  return found.slice(1)
}
