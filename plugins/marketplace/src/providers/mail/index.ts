import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import MailProvider from "./service"

/** Mail for Medusa's Notification module: SMTP where a server is named, else mails are kept and never sent. */
export default ModuleProvider(Modules.NOTIFICATION, { services: [MailProvider] })
