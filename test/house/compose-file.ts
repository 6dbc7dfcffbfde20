import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { z } from "zod";

/** What these tests read of a service; the schema says what else there may be. */
const service = z.object({
  image: z.string().optional(),
  restart: z.string().optional(),
  entrypoint: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  env_file: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  profiles: z.array(z.string()).default([]),
});
const composeFile = z.object({ services: z.record(z.string(), service) });

export const readText = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), "utf8");

export function composeServices(): Readonly<Record<string, z.output<typeof service>>> {
  return composeFile.parse(parse(readText("docker-compose.yml"), { merge: true })).services;
}

/**
 * What the Compose Specification says against a file. Its schema stands in `compose-spec/`, as it was published in
 * version 2.16.2 of compose-go, with its licence.
 */
export function composeProblems(yaml: string): readonly string[] {
  const schema: object = JSON.parse(readText("test/house/compose-spec/compose-spec.json"));
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);
  validate(parse(yaml, { merge: true }));
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}
