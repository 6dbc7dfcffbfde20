import { DefaultLogger, Runtime } from "@temporalio/worker";

/** Workers say only what is wrong. */
Runtime.install({ logger: new DefaultLogger("ERROR") });
