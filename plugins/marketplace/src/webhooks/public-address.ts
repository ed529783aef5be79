import { BlockList, isIP } from "node:net"

/** IANA's special-purpose blocks of IPv4: own networks, loopback, link-local (cloud metadata), multicast, examples. */
const SPECIAL_4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
/** Of IPv6 only 2000::/3 is the public internet; these parts of it tunnel to elsewhere or are examples. */
const PUBLIC_6 = "2000::/3"
const SPECIAL_6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20"

function blocks(list: string, family: "ipv4" | "ipv6"): BlockList {
  const made = new BlockList()
  for (const block of list.split(" ")) {
    const [net = "", bits] = block.split("/")
    made.addSubnet(net, Number(bits), family)
  }
  return made
}

const special4 = blocks(SPECIAL_4, "ipv4")
const public6 = blocks(PUBLIC_6, "ipv6")
const special6 = blocks(SPECIAL_6, "ipv6")

/** Whether an address is on the public internet. A seller's endpoint must be: our own network is not for others to reach. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special4.check(address, "ipv4")
  if (family === 6) return public6.check(address, "ipv6") && !special6.check(address, "ipv6")
  return false
}
