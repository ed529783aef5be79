// Suites call the jobs that they test; none may start by itself because the wall clock strikes ten past in the middle.
if (/\.(http\.spec|story)\.ts$/.test(expect.getState().testPath)) {
  const { JobLoader } = require("@medusajs/framework/jobs")
  JobLoader.prototype.load = async () => {}
}
