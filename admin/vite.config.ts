import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

export default defineConfig({
  plugins: [react()],
  resolve: { dedupe: ["react", "react-dom"] },
  server: { port: 7000, fs: { allow: [".."] } },
  preview: { port: 7000 },
  build: { outDir: "dist", chunkSizeWarningLimit: 900 },
})
