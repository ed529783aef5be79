// @ts-check
import { execFileSync, spawnSync } from "node:child_process"
import { realpathSync, statSync } from "node:fs"
import { dirname } from "node:path"
import { StartFailure } from "./failure.mjs"

/** @typedef {{ uid: number, gid: number } | Record<string, never>} RunAs */

/**
 * PostgreSQL refuses to run as root: then it runs as the user postgres, who is made when missing.
 * @returns {RunAs}
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {}
  const existing = idsOf("postgres")
  if (existing) return existing
  try {
    execFileSync("groupadd", ["--system", "--force", "postgres"], { stdio: "ignore" })
    execFileSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"], { stdio: "ignore" })
  } catch (error) {
    throw new StartFailure(
      "PostgreSQL cannot run as root and the user postgres could not be made: start as an ordinary user, or set DATABASE_URL.",
      error,
    )
  }
  const made = idsOf("postgres")
  if (!made) throw new StartFailure("The user postgres was made but is not found: start as an ordinary user.")
  return made
}

/** @param {string} name */
function idsOf(name) {
  const [uid, gid] = ["-u", "-g"].map((option) => spawnSync("id", [option, name], { encoding: "utf8" }))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/**
 * Under a folder that only root may enter (say /root) the user postgres reaches neither its program nor its data.
 * @param {RunAs} user
 * @param {readonly string[]} paths
 */
export function checkReach(user, paths) {
  if (user.uid === undefined) return
  for (const path of paths) {
    for (let folder = realpathSync(path); folder !== dirname(folder); folder = dirname(folder)) {
      const { mode, uid, gid } = statSync(folder)
      const enter = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if (mode & enter) continue
      throw new StartFailure(
        `The user postgres cannot enter ${folder}: move the checkout to an open folder such as /opt or /srv, ` +
          "start as an ordinary user, or set DATABASE_URL.",
      )
    }
  }
}
