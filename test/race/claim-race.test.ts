import { describe } from "vitest";
import { races } from "./races.ts";

describe("200 mentors press twice over, a worker is killed: one has it, the others are told who", () => races(3));
