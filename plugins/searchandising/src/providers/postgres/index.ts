import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import PostgresShelfProvider from "./service"

export default ModuleProvider(Modules.SEARCH, { services: [PostgresShelfProvider] })
