// @ts-check
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder of the repository, whatever the current directory is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "../..")

/** Everything that running the marketplace writes; one folder to keep or to throw away. */
export const dataDir = process.env.GONDOLA_DATA_DIR ? resolve(process.env.GONDOLA_DATA_DIR) : join(root, ".data")

export const medusaCli = join(root, "node_modules/@medusajs/cli/cli.js")
export const dieWithParent = join(root, "src/boot/die-with-parent.cjs")
