import { Module } from "@medusajs/framework/utils"
import SearchandisingModuleService from "./service"

export const SEARCHANDISING_MODULE = "searchandising"

export default Module(SEARCHANDISING_MODULE, { service: SearchandisingModuleService })
