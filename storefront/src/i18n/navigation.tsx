import type { ComponentProps } from "react"
import { createNavigation } from "next-intl/navigation"
import { routing } from "./routing"

const navigation = createNavigation(routing)

export const { redirect, usePathname, useRouter, getPathname } = navigation

/** Every page is made for the request: fetching each linked page ahead would ask the API for what nobody reads. */
export function Link(props: ComponentProps<typeof navigation.Link>) {
  return <navigation.Link prefetch={false} {...props} />
}
