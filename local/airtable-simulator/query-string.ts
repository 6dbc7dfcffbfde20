type Branch = Map<string, Branch | string>;

/** `fields[]=Name&sort[0][field]=Name` as `{ fields: ["Name"], sort: [{ field: "Name" }] }`. A space may come as `+` or `%20`. */
export function parseQueryString(search: string): Readonly<Record<string, unknown>> {
  const root: Branch = new Map();
  for (const [key, value] of new URLSearchParams(search)) {
    const path = key.match(/^[^[\]]+|\[[^\]]*\]/g)?.map((part) => part.replace(/^\[(.*)\]$/, "$1")) ?? [key];
    plant(root, path, value);
  }
  return Object.fromEntries([...root].map(([key, grown]) => [key, harvest(grown)]));
}

function plant(branch: Branch, [step = "", ...rest]: readonly string[], value: string): void {
  const key = step === "" ? String(branch.size) : step;
  if (!rest.length) {
    branch.set(key, value);
    return;
  }
  const next = branch.get(key);
  const grown: Branch = next instanceof Map ? next : new Map();
  branch.set(key, grown);
  plant(grown, rest, value);
}

/** A branch whose keys are all numbers is a list. */
function harvest(grown: Branch | string): unknown {
  if (typeof grown === "string") return grown;
  const parts = [...grown].map(([key, part]) => [key, harvest(part)] as const);
  return parts.every(([key]) => /^\d+$/.test(key)) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
