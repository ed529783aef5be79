// @ts-check
import { statfsSync } from "node:fs"
import { StartFailure } from "./failure.mjs"

/**
 * Refuses early what would fail half-way with a full disk.
 * @param {string} folder that exists
 * @param {number} megabytes
 */
export function roomOnDisk(folder, megabytes) {
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free < megabytes) {
    throw new StartFailure(`The disk is full: ${free} MB are free in ${folder}, ${megabytes} MB are needed.`)
  }
}
