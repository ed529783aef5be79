import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { applicationScenarios } from "./sellers/application.scenarios"
import { noticeScenarios } from "./sellers/notices.scenarios"
import { sanctionScenarios } from "./sellers/sanctions.scenarios"
import { teamScenarios } from "./sellers/team.scenarios"
import { termsScenarios } from "./sellers/terms.scenarios"
import { openSellerDesk } from "./testing/seller-desk"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const desk = openSellerDesk(getContainer, api)
    applicationScenarios(desk)
    termsScenarios(desk)
    sanctionScenarios(desk)
    teamScenarios(desk)
    noticeScenarios(desk)
  },
})
