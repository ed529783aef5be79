import { addPrivacyContributor } from "../contributor"
import { accounts } from "./accounts"
import { correspondence } from "./correspondence"
import { machinery } from "./machinery"
import { notifications } from "./notifications"
import { orders } from "./orders"

// The account goes last: until then the others may look the person up.
for (const contributor of [orders, correspondence, notifications, machinery, accounts])
  addPrivacyContributor(contributor)
