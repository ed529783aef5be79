import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { notFound } from "@gondola/kit"
import { DEFAULT_DELIVERY, setUpDelivery, type DeliveryPrices } from "../../delivery/set-up-delivery"
import { marketplaceOf } from "../../modules/marketplace/resolve"
import { retailerOf } from "../../retailer/retailer-of"

/** A location, a profile and two deliveries of the seller's own; made once, kept through a suspension. */
export const giveSellerDeliveryStep = createStep(
  "give-seller-delivery",
  async (input: { sellerId: string; prices?: DeliveryPrices }, { container }) => {
    const marketplace = marketplaceOf(container)
    const [seller] = await marketplace.listSellers({ id: input.sellerId })
    if (!seller) throw notFound("This seller")
    if (seller.stock_location_id) return new StepResponse(seller.id)
    const { setup } = await retailerOf(container)
    const delivery = await setUpDelivery(
      container,
      {
        name: seller.name,
        sellerId: seller.id,
        address: {
          street: seller.street,
          postalCode: seller.postal_code,
          city: seller.city,
          countryCode: seller.country_code,
        },
      },
      { ...setup, prices: input.prices ?? DEFAULT_DELIVERY },
    )
    await marketplace.updateSellers({
      id: seller.id,
      stock_location_id: delivery.stockLocationId,
      shipping_profile_id: delivery.shippingProfileId,
      fulfillment_set_id: delivery.fulfillmentSetId,
      service_zone_id: delivery.serviceZoneId,
    })
    // Nothing to take back: a delivery that nobody uses yet is found again by the next approval.
    return new StepResponse(seller.id)
  },
)
