import fc from "fast-check"
import { isPublicAddress } from "./public-address"

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.0.1", "2606:4700:4700::1111", "2a00:1450::1"])(
    "lets %s be called",
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    "127.0.0.1",
    "127.1.2.3",
    "0.0.0.0",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001:0:1::1",
    "2001:db8::1",
    "fe80::1",
    "fc00::1",
    "fd12::1",
    "ff02::1",
    "localhost",
    "",
    "0x7f000001",
    "2130706433",
  ])("keeps %s closed", (address) => expect(isPublicAddress(address)).toBe(false))

  it("keeps every own network of IPv4 closed", () => {
    const octet = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.constantFrom("10", "127", "192.168", "169.254", "0"), octet, octet, octet, (net, a, b, c) => {
        const address = [...net.split("."), a, b, c].slice(0, 4).join(".")
        return !isPublicAddress(address)
      }),
    )
  })
})
