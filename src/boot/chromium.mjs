// @ts-check
import { existsSync } from "node:fs"

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
]

/** The browser for the journeys, or undefined. */
export const findChromium = () => [process.env.CHROMIUM_PATH, ...usual].find((path) => path && existsSync(path))
