import { parseSync, Visitor } from "oxc-parser";

export interface Import {
  /** As it is written, "../domain/claim.ts" or "zod". */
  readonly from: string;
  /** Leaves nothing behind when the types are stripped. */
  readonly onlyTypes: boolean;
}

/** Everything that a TypeScript file imports or re-exports, and whether only for its types. */
export function importsOf(file: string, source: string): readonly Import[] {
  const { program, errors } = parseSync(file, source);
  if (errors[0]) throw new Error(`${file} cannot be read: ${errors[0].message}`);
  const found: Import[] = [];
  new Visitor({
    ImportDeclaration: (node) => found.push({ from: node.source.value, onlyTypes: node.importKind === "type" }),
    ExportAllDeclaration: (node) => found.push({ from: node.source.value, onlyTypes: node.exportKind === "type" }),
    ExportNamedDeclaration: (node) => {
      if (node.source) found.push({ from: node.source.value, onlyTypes: node.exportKind === "type" });
    },
    ImportExpression: ({ source: what }) => {
      const name = what.type === "Literal" && typeof what.value === "string" ? what.value : "(worked out at run time)";
      found.push({ from: name, onlyTypes: false });
    },
    TSImportType: (node) => found.push({ from: node.source.value, onlyTypes: true }),
  }).visit(program);
  return found;
}
