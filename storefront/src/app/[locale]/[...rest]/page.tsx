import { notFound } from "next/navigation"

/** Gives unknown addresses the shop's own page in the right language. */
export default function UnknownPage() {
  notFound()
}
