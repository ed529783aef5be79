import { serveGraphql } from "./server"

export { serveGraphql as GET, serveGraphql as POST, serveGraphql as OPTIONS }
