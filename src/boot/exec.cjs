// Runs one script with Medusa's container: node exec.cjs FILE [ARGUMENT…]. Medusa's own `exec` takes the options of
// its command line for itself; here every argument reaches the script.
require("ts-node").register({})
const { default: exec } = require("@medusajs/medusa/commands/exec")

const [file, ...args] = process.argv.slice(2)
void exec({ file, args })
