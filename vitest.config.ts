import { defineConfig } from "vitest/config";

/** `MUSTER_TESTS=long` runs what takes long instead; `npm run test:long` sets it. */
const files = process.env.MUSTER_TESTS === "long" ? ["test/long/**/*.test.ts"] : ["test/**/*.test.ts"];

export default defineConfig({
  test: {
    include: files,
    exclude: process.env.MUSTER_TESTS === "long" ? [] : ["test/long/**"],
    // Temporal's native worker crashes in threads.
    pool: "forks",
    globalSetup: ["test/global-setup.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
