import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { saleDocumentScenarios } from "./sale-documents/sale-documents.scenarios"
import { openOrderDesk } from "./testing/order-desk"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => saleDocumentScenarios(openOrderDesk(getContainer, api)),
})
