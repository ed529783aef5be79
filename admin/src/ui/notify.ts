import { toast } from "@medusajs/ui"

// The component's close button has no name for screen readers: these words leave by themselves.
const SHORT = { dismissable: false, duration: 4_000 }
const LONG = { dismissable: false, duration: 9_000 }

export const notify = {
  done: (said: string): void => void toast.success(said, SHORT),
  failed: (title: string, description?: string): void => void toast.error(title, { ...LONG, description }),
}
