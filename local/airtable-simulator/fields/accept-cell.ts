import { derivedId, isId } from "../airtable-id.ts";
import { notARecordId, unacceptableValue, unknownOption } from "../api-error.ts";
import { type Cell, type Field, isEmpty } from "../base.ts";
import { acceptDate, acceptDateTime } from "./accept-date.ts";

/** Whether Airtable may convert what was sent ("typecast"), and so add select options. */
export interface Casting {
  readonly typecast: boolean;
}

/**
 * What a cell of this field holds after such a value was written to it; undefined: the cell is empty.
 * Throws the 422 that Airtable answers. Select options that do not exist yet are accepted with typecast only; adding
 * them, and finding linked rows, is the caller's part.
 */
export function acceptCell(field: Field, value: unknown, { typecast }: Casting): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  const cell = accept(field, value, typecast);
  if (cell === REFUSED) throw unacceptableValue(field.name);
  return isEmpty(cell) ? undefined : cell;
}

const REFUSED = Symbol("refused");

function accept(field: Field, value: unknown, typecast: boolean): Cell | typeof REFUSED {
  switch (field.type) {
    case "singleLineText":
    case "multilineText":
    case "richText":
    case "email":
    case "url":
    case "phoneNumber":
      return acceptText(value, typecast);
    case "number":
    case "currency":
    case "percent":
    case "duration":
      return acceptNumber(value, typecast);
    case "rating": {
      const rating = acceptNumber(value, typecast);
      if (typeof rating !== "number" || !Number.isInteger(rating)) return REFUSED;
      return rating >= 1 && rating <= (field.options?.max ?? 10) ? rating : REFUSED;
    }
    case "checkbox":
      if (typecast && typeof value === "string") return ["true", "checked", "yes", "1"].includes(value.toLowerCase());
      return typeof value === "boolean" ? value : REFUSED;
    case "singleSelect":
      if (typecast && value === "") return "";
      return typeof value === "string" ? acceptOption(field, value, typecast) : REFUSED;
    case "multipleSelects": {
      const names = asTexts(value, typecast);
      return names ? [...new Set(names.map((name) => acceptOption(field, name, typecast)))] : REFUSED;
    }
    case "date":
      return typeof value === "string" ? acceptDate(field, value) : REFUSED;
    case "dateTime":
      return typeof value === "string" ? acceptDateTime(field, value) : REFUSED;
    case "multipleRecordLinks":
      return acceptLinks(value, typecast);
    case "singleCollaborator":
      return acceptCollaborator(value);
    case "multipleCollaborators":
      return acceptAll(value, acceptCollaborator);
    case "multipleAttachments":
      return acceptAll(value, acceptAttachment);
    case "barcode":
      return isObject(value) && typeof value.text === "string" ? { text: value.text } : REFUSED;
    default:
      return REFUSED;
  }
}

function acceptText(value: unknown, typecast: boolean): string | typeof REFUSED {
  if (typeof value === "string") return value;
  return typecast && (typeof value === "number" || typeof value === "boolean") ? String(value) : REFUSED;
}

function acceptNumber(value: unknown, typecast: boolean): number | typeof REFUSED {
  const number = typecast && typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : REFUSED;
}

function acceptOption(field: Field, name: string, typecast: boolean): string {
  if (!typecast && !field.options?.choices?.some((choice) => choice.name === name)) throw unknownOption(name);
  return name;
}

/** With typecast also a single text, or several with commas, of ids or of primary fields. */
function acceptLinks(value: unknown, typecast: boolean): Cell | typeof REFUSED {
  const ids = asTexts(value, typecast);
  if (!ids) return REFUSED;
  const wrong = typecast ? undefined : ids.find((id) => !isId("rec", id));
  if (wrong !== undefined) throw notARecordId(wrong);
  return [...new Set(ids)];
}

function asTexts(value: unknown, typecast: boolean): string[] | undefined {
  if (typecast && typeof value === "string") return value.split(",").map((part) => part.trim());
  const all: unknown = value;
  return Array.isArray(all) && all.every((item) => typeof item === "string") ? all : undefined;
}

function acceptAll(value: unknown, one: (item: unknown) => Cell | typeof REFUSED): Cell | typeof REFUSED {
  if (!Array.isArray(value)) return REFUSED;
  const cells: Cell[] = [];
  for (const item of value) {
    const cell = one(item);
    if (cell === REFUSED) return REFUSED;
    cells.push(cell);
  }
  return cells;
}

function acceptCollaborator(value: unknown): Cell | typeof REFUSED {
  if (!isObject(value)) return REFUSED;
  const { id, email } = value;
  if (typeof email === "string") return { id: derivedId("usr", email), email, name: email };
  return typeof id === "string" && isId("usr", id) ? { id } : REFUSED;
}

function acceptAttachment(value: unknown): Cell | typeof REFUSED {
  if (!isObject(value) || typeof value.url !== "string") return REFUSED;
  const { url, filename } = value;
  return { id: `att${derivedId("rec", url).slice(3)}`, url, filename: typeof filename === "string" ? filename : url };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
