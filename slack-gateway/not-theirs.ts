import { ANSWERS } from "../domain/wording/to-whoever-clicked.ts";
import type { ProgrammeCopy } from "./programme-copy.ts";

/** What somebody reads who pressed what is not theirs; or who may be staff, while nobody can say who is. */
export const notTheirs = ({ current }: ProgrammeCopy): string => (current ? ANSWERS.notForYou : ANSWERS.notKnownWhose);
