// @ts-check
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { choosePort } from "./ports.mjs"
import { openPostgres } from "./postgres.mjs"

/**
 * A database server for one run of the tests: quick because it may forget everything.
 * @returns {Promise<{ env: Record<string, string>, folder: string, url: (database: string) => string, stop: () => Promise<void> }>}
 */
export async function openTestPostgres() {
  const folder = mkdtempSync(join(tmpdir(), "gondola-test-"))
  // The user postgres has to get through to the data, and may see nothing else.
  chmodSync(folder, 0o711)
  const port = await choosePort({ variable: "the test database", given: undefined, usual: 5744, taken: new Set() })
  const password = "for-one-run-of-the-tests"
  const settings = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=256MB"]
  const server = await openPostgres({ databaseDir: join(folder, "postgres"), port, password, settings })
  return {
    folder,
    url: server.url,
    // Medusa's test runner takes "localhost" literally: another name for it turns TLS on.
    env: { DB_HOST: "localhost", DB_PORT: String(port), DB_USERNAME: "gondola", DB_PASSWORD: password },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
