import { defineConfig } from "vitest/config";

/** `MUSTER_TESTS=long` runs what takes long instead; `npm run test:long` sets it. */
const long = process.env.MUSTER_TESTS === "long";

export default defineConfig({
  test: {
    include: long ? ["test/long/**/*.test.ts"] : ["test/**/*.test.ts"],
    exclude: long ? [] : ["test/long/**"],
    passWithNoTests: long,
    // Temporal's native worker crashes in threads.
    pool: "forks",
    // Loading the same modules for each of a hundred files would take minutes; what a file replaces, it puts back.
    isolate: false,
    // Much of a story is waiting: three at a time are hardly slower each, also on two cores. What takes long does not wait.
    maxWorkers: long ? 2 : 3,
    // Each of the lives that are lived at a time has a server and a worker of its own.
    maxConcurrency: 3,
    globalSetup: ["test/global-setup.ts"],
    setupFiles: ["test/quiet.ts"],
    // The Temporal client throws this out of a timer when a connection is closed while it waits to try a call again.
    onUnhandledError: ({ message }) => message !== "Channel has been shut down",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
