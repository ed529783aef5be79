import { Module } from "@medusajs/framework/utils"
import StoreReturnsModuleService from "./service"
import { addPrivacyContributor, addPrivacySubject, addPromisedRefunds } from "@gondola/marketplace"
import { returnsPrivacy } from "../../privacy/returns-privacy"
import { promisedByReturns } from "../../orders/promised-refunds"
import { findStaff, staffPrivacy } from "../../privacy/staff-privacy"

export const STORE_RETURNS_MODULE = "storeReturns"

export default Module(STORE_RETURNS_MODULE, { service: StoreReturnsModuleService })

// Here, because a module is loaded by a server and by a worker alike.
addPrivacyContributor(returnsPrivacy)
addPromisedRefunds(promisedByReturns)
addPrivacyContributor(staffPrivacy)
addPrivacySubject("SHOP_STAFF", findStaff)
