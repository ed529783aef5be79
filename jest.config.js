/** @type {import("jest").Config} */
module.exports = {
  rootDir: __dirname,
  testEnvironment: "node",
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          target: "es2022",
          transform: { decoratorMetadata: true, legacyDecorator: true },
        },
        // import() stays what it is: file-type exists as an ES module only.
        module: { type: "commonjs", ignoreDynamic: true },
      },
    ],
  },
  testMatch: ["**/*.test.ts", "**/*.module.spec.ts", "**/*.http.spec.ts", "<rootDir>/stories/**/*.story.ts"],
  modulePathIgnorePatterns: ["/\\.medusa/", "/\\.next/", "/dist/", "/\\.data/"],
  setupFiles: ["<rootDir>/src/boot/jest-setup.js"],
  setupFilesAfterEnv: ["<rootDir>/src/boot/jest-after-env.js"],
}
