import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import type { Errand, Order, Word } from "./errand"

const LONGEST_MS = 90_000

const root = join(__dirname, "../..")

/** Processes of the marketplace without doors, each for one death; the next one starts while this one lives. */
export class FiringLine {
  #next: Victim | null = null
  readonly #alive = new Set<ChildProcess>()

  constructor(private readonly databaseUrl: string) {}

  /** Starts one ahead of its use. */
  warm(): void {
    this.#next ??= this.#start()
  }

  /**
   * Lets a process go about these errands until every one is at its cut point, where it kills itself; or, with `until`,
   * kills it when that is so.
   * @throws when an errand never came to its cut point
   */
  async kill(errands: readonly Errand[], how: { now?: Date; until?: () => boolean } = {}): Promise<void> {
    const victim = await this.#standing()
    const missed = new Promise<never>((_, reject) =>
      victim.process.on("message", (word: Word) => {
        if (word.is !== "missed") return
        victim.process.kill("SIGKILL")
        reject(new Error(`${word.at} was never reached: ${word.error ?? "the work ended"}`))
      }),
    )
    missed.catch(() => undefined)
    victim.process.send({ now: how.now?.toISOString() ?? null, errands } satisfies Order)
    if (how.until) void when(how.until).then(() => victim.process.kill("SIGKILL"))
    const late = setTimeout(() => victim.process.kill("SIGTERM"), LONGEST_MS)
    const signal = await Promise.race([victim.gone, missed]).finally(() => clearTimeout(late))
    if (signal !== "SIGKILL")
      throw new Error(`ended by ${String(signal)} on its way to ${errands.map((each) => each.at).join(", ")}`)
  }

  /** One that is ready; one that did not outlive its database being restored is replaced. */
  async #standing(): Promise<Victim> {
    for (let tries = 0; ; tries++) {
      this.warm()
      const victim = this.#next!
      this.#next = null
      try {
        await victim.ready
        if (victim.process.exitCode === null && victim.process.connected) {
          this.warm()
          return victim
        }
      } catch (error) {
        if (tries === 2) throw error
      }
    }
  }

  close(): void {
    for (const each of this.#alive) each.kill("SIGKILL")
  }

  #start(): Victim {
    const child = spawn(process.execPath, [join(root, "src/boot/exec.cjs"), join(__dirname, "victim.ts")], {
      cwd: root,
      // Its own loader: what a suite loads modules with is none of its business.
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        DATABASE_URL: this.databaseUrl,
        LOG_LEVEL: "error",
        MEDUSA_DISABLE_TELEMETRY: "1",
        TS_NODE_PROJECT: join(root, "tsconfig.json"),
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    })
    this.#alive.add(child)
    const gone = new Promise<NodeJS.Signals | number | null>((resolve) =>
      child.on("exit", (code, signal) => {
        this.#alive.delete(child)
        resolve(signal ?? code)
      }),
    )
    const ready = new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve())
      void gone.then((code) => reject(new Error(`did not start: ${String(code)}`)))
    })
    ready.catch(() => undefined)
    return { process: child, ready, gone }
  }
}

interface Victim {
  readonly process: ChildProcess
  readonly ready: Promise<void>
  readonly gone: Promise<NodeJS.Signals | number | null>
}

async function when(true_: () => boolean): Promise<void> {
  while (!true_()) await new Promise((resolve) => setTimeout(resolve, 20))
}
