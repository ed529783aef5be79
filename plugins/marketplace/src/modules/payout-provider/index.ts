import { Module } from "@medusajs/framework/utils"
import PayoutProviderService from "./service"

export const PAYOUT_PROVIDER_MODULE = "payout_provider"

export default Module(PAYOUT_PROVIDER_MODULE, { service: PayoutProviderService })
