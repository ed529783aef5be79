import { CARRIERS, trackingUrl } from "./carriers"

describe("the link to follow a parcel", () => {
  it("is found by a name as people write it", () => {
    expect(trackingUrl("colissimo", "6A 123 456")).toBe("https://www.laposte.fr/outils/suivre-vos-envois?code=6A123456")
    expect(trackingUrl(" Mondial-Relay ", "1")).toContain("mondialrelay.fr")
  })

  it("is none for a carrier that nobody knows, and never a way out of the address", () => {
    expect(trackingUrl("Jean à vélo", "1")).toBeNull()
    expect(trackingUrl("UPS", "1&x=2#y")).toBe("https://www.ups.com/track?tracknum=1%26x%3D2%23y")
  })

  it.each(CARRIERS.map((carrier) => [carrier.name, carrier.follow]))("%s is followed over https", (_name, follow) => {
    expect(new URL(follow).protocol).toBe("https:")
  })
})
