const { dirname, join } = require("node:path")

const uiComponents = join(dirname(require.resolve("@medusajs/ui")), "../esm/**/*.js")

module.exports = {
  presets: [require("@medusajs/ui-preset")],
  content: [join(__dirname, "index.html"), join(__dirname, "src/**/*.{ts,tsx}"), uiComponents],
  darkMode: "class",
}
