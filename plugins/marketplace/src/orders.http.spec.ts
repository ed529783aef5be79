import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { crashScenarios } from "./orders/crash.scenarios"
import { orderGuardScenarios } from "./orders/guards.scenarios"
import { saleScenarios } from "./orders/sale.scenarios"
import { settlementScenarios } from "./orders/settlement.scenarios"
import { openOrderDesk } from "./testing/order-desk"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const desk = openOrderDesk(getContainer, api)
    saleScenarios(desk)
    settlementScenarios(desk)
    orderGuardScenarios(desk)
    crashScenarios(desk)
  },
})
