export * from "./ports"
