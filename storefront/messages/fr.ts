import account from "./fr/account.json"
import checkout from "./fr/checkout.json"
import frame from "./fr/frame.json"
import law from "./fr/law.json"
import order from "./fr/order.json"
import seller from "./fr/seller.json"
import shelf from "./fr/shelf.json"

/** All French words of the shop: a file an area, no group in two files. */
export default { ...account, ...checkout, ...frame, ...law, ...order, ...seller, ...shelf }
