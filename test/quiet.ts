import { DefaultLogger, Runtime } from "@temporalio/worker";

const IS_QUIET = Symbol.for("muster: Temporal's runtime is quiet");

/** Workers say only what is wrong. Test files share processes, and a process has one runtime. */
if (!(IS_QUIET in globalThis)) {
  Runtime.install({ logger: new DefaultLogger("ERROR") });
  Object.assign(globalThis, { [IS_QUIET]: true });
}
