import { existsSync } from "node:fs";

/** Adds what `.env` says to the environment, where there is such a file. What the environment says already stands. */
export function loadEnvFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}
