import { posix } from "node:path";
import type { Arrow } from "./arrows.ts";
import { type Import, importsOf } from "./imports-of.ts";

/** What is wrong with the imports of one file, in sentences. `file` is relative to the checkout, with slashes. */
export function checkImports(arrows: readonly Arrow[], file: string, source: string): readonly string[] {
  const arrow = arrows.filter((each) => isIn(each.in, file)).toSorted((a, b) => b.in.length - a.in.length)[0];
  if (!arrow) return [`${file} is in no row of test/architecture/arrows.ts`];
  return importsOf(file, source).flatMap((each) => {
    const problem = whatIsWrong(arrow, file, each);
    return problem ? [`${file} imports ${problem}. ${describe(arrow)}`] : [];
  });
}

function whatIsWrong(arrow: Arrow, file: string, { from, onlyTypes }: Import): string | undefined {
  if (!from.startsWith(".")) {
    return arrow.packages.some((name) => isOfPackage(name, from)) ? undefined : from;
  }
  const target = posix.join(posix.dirname(file), from);
  if (arrow.may.some((allowed) => isIn(allowed, target))) return undefined;
  const typesAllowed = arrow.typesOf?.some((allowed) => isIn(allowed, target)) ?? false;
  if (typesAllowed && onlyTypes) return undefined;
  return typesAllowed ? `${target} without \`import type\`` : target;
}

const isIn = (folder: string, file: string): boolean => file === folder || file.startsWith(`${folder}/`);

const isOfPackage = (name: string, from: string): boolean =>
  name === "node:" ? from.startsWith(name) : from === name || from.startsWith(`${name}/`);

function describe({ in: where, may, typesOf = [], packages }: Arrow): string {
  const types = typesOf.map((folder) => `types of ${folder}`);
  const ours = [...may, ...types].join(", ");
  return `What ${where} may import: ${ours}; packages: ${packages.join(", ") || "none"}`;
}
