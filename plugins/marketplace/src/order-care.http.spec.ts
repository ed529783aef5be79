import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { disputeScenarios } from "./disputes/disputes.scenarios"
import { talkScenarios } from "./messages/talk.scenarios"
import { parcelScenarios } from "./orders/parcels.scenarios"
import { redressRecoveryScenarios } from "./redress/recovery.scenarios"
import { redressScenarios } from "./redress/redress.scenarios"
import { serviceLevelScenarios } from "./service-levels/service-levels.scenarios"
import { openOrderDesk } from "./testing/order-desk"

jest.setTimeout(300_000)

/** One application for all that happens to an order after it was placed: starting one costs more than the scenarios. */
medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, api }) => {
    const desk = openOrderDesk(getContainer, api)
    redressScenarios(desk)
    redressRecoveryScenarios(desk)
    parcelScenarios(desk)
    talkScenarios(desk)
    disputeScenarios(desk)
    serviceLevelScenarios(desk)
  },
})
