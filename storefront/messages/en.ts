import account from "./en/account.json"
import checkout from "./en/checkout.json"
import frame from "./en/frame.json"
import law from "./en/law.json"
import order from "./en/order.json"
import seller from "./en/seller.json"
import shelf from "./en/shelf.json"

/** All English words of the shop: a file an area, no group in two files. */
export default { ...account, ...checkout, ...frame, ...law, ...order, ...seller, ...shelf }
