import { memberId } from "../../../domain/ids.ts";

/** Who takes part in a life of a request. Nobody is a stranger to everything: each may be in any role. */
export const MENTEE = memberId("U0BOB");
export const MENTORS = ["U0ADA", "U0KEN", "U0SAL", "U0TIM"].map(memberId);
export const COORDINATOR = memberId("U0CORA");
export const CEO = memberId("U0GRACE");
export const EVERYBODY = [MENTEE, ...MENTORS, COORDINATOR, CEO];
