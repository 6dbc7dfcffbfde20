export { mentorEnrolment } from "./mentor-enrolment.ts";
export { mentorOnRecord } from "./mentor-on-record.ts";
export { mentorRequest } from "./mentor-request.ts";
export { programme } from "./programme.ts";
export { reconcileRecords } from "./reconcile-records.ts";
export { selfAudit } from "./self-audit.ts";
