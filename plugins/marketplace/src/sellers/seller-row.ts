import type { InferTypeOf } from "@medusajs/framework/types"
import type Seller from "../modules/marketplace/models/seller"

export type SellerRow = InferTypeOf<typeof Seller>
export type { SellerState } from "./states"
