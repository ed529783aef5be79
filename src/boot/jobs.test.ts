import { readdirSync } from "node:fs"
import { basename, join } from "node:path"

interface Job {
  default: unknown
  config?: { name?: string; schedule?: string | { interval?: number }; isDisabled?: unknown }
}

const plugins = join(__dirname, "../../plugins")
const files = readdirSync(plugins, { recursive: true, encoding: "utf8" }).filter((path) =>
  /^[\w-]+\/src\/jobs\/[\w-]+\.ts$/.test(path),
)

/** A payout engine that nothing runs pays nobody: Medusa loads what lies in jobs/, and drops what it cannot read. */
describe("jobs", () => {
  const jobs = files.map((path) => ({ path, ...(jest.requireActual(join(plugins, path)) as Job) }))

  it("are there", () => expect(files.length).toBeGreaterThan(20))

  it.each(jobs.map((job) => [basename(job.path, ".ts"), job] as const))(
    "%s runs by itself",
    (_, { config, ...job }) => {
      expect(typeof job.default).toBe("function")
      expect(config?.isDisabled).toBeUndefined()
      const { schedule } = config!
      if (typeof schedule === "string") expect(schedule).toMatch(/^[\d*/,-]+( [\d*/,-]+){4}$/)
      else expect(schedule?.interval).toBeGreaterThanOrEqual(1000)
    },
  )

  it("have a name each: of two with the same name, one would never run", () => {
    const names = jobs.map((job) => job.config?.name)
    expect(names).not.toContain(undefined)
    expect(new Set(names).size).toBe(names.length)
  })
})
