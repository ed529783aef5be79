// @ts-check
import js from "@eslint/js"
import reactHooks from "eslint-plugin-react-hooks"
import { defineConfig, globalIgnores } from "eslint/config"
import ts from "typescript-eslint"

/** Each package may import the ones before it; siblings know nothing of each other (docs/architecture.md). */
const mayImport = {
  kit: [],
  ledger: ["kit"],
  marketplace: ["kit", "ledger"],
  searchandising: ["kit", "ledger", "marketplace"],
  "sponsored-placement": ["kit", "ledger", "marketplace"],
  "store-returns": ["kit", "ledger", "marketplace"],
}

const enterprise = {
  regex: "^@medusajs/(rbac|auth-oidc)|^@medusajs/framework/policies",
  message: "Medusa's Enterprise parts need a commercial licence: roles are our own (docs/decisions).",
}
const onlyDoor = {
  regex: "^@gondola/[^/]+/",
  message: "A package's src/index.ts is its only door: export there what others need.",
}
const throughTheDoor = {
  regex:
    "^\\.\\.(/.*)?/plugins/|^\\.\\./\\.\\./(.*/)?(kit|ledger|marketplace|searchandising|sponsored-placement|store-returns)/src",
  message: "Import another package by its name, @gondola/…: its src/index.ts is its only door.",
}

/** @param {{ regex: string, message: string }[]} patterns */
const restrictImports = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: [enterprise, onlyDoor, throughTheDoor, ...patterns] }],
})

const directions = Object.entries(mayImport).map(([name, allowed]) => ({
  files: [`plugins/${name}/src/**/*.ts`],
  rules: restrictImports({
    regex: `^@gondola/(?!(${allowed.join("|") || "$^"})(/|$))`,
    message: `${name} may import ${allowed.join(", ") || "no other package"}: what composes siblings belongs to src.`,
  }),
}))

const serverless = {
  regex:
    "^@gondola/|^@medusajs/(medusa|framework|utils|types|core-flows|cli)|^(\\.\\./)+(plugins|src/(api|audit|boot|demo))/",
  message: "Faces talk to the server through GraphQL and Medusa's store API, never through its code.",
}

const businessTime = {
  selector:
    "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
  message:
    "Business time comes from clockOf(container).now(), so that tests can move it; durations from performance.now().",
}

export default defineConfig(
  globalIgnores([
    "**/node_modules/",
    "**/.medusa/",
    "**/.next/",
    "**/dist/",
    ".data/",
    "coverage/",
    "**/next-env.d.ts",
    "**/graphql-env.d.ts",
  ]),
  js.configs.recommended,
  ts.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // Three of one's own beside the container, or the four of a GraphQL resolver.
      "max-params": ["error", 4],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-ignore": true, "ts-expect-error": "allow-with-description" },
      ],
      ...restrictImports(),
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { "@typescript-eslint/no-floating-promises": "error" },
  },
  // Plain JavaScript is read by TypeScript as well (// @ts-check), which knows every name of Node and the browser.
  { files: ["**/*.{js,mjs,cjs}"], rules: { "no-undef": "off" } },
  { files: ["**/*.{js,cjs}"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  { files: ["**/*.{test,spec,story,journey}.ts"], rules: { "max-params": "off" } },
  ...directions,
  {
    files: ["plugins/*/src/**/*.ts"],
    ignores: [
      "**/*.test.ts",
      "**/*.spec.ts",
      "**/*.scenarios.ts",
      "plugins/*/src/testing/**",
      "plugins/kit/src/clock.ts",
    ],
    rules: { "no-restricted-syntax": ["error", businessTime] },
  },
  {
    files: ["admin/**/*.{ts,tsx}", "storefront/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      ...restrictImports(serverless),
    },
  },
)
