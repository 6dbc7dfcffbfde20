/** What is particular about a type of field. */
export interface FieldType {
  /** Airtable fills it: any value written to it is refused. */
  readonly computed?: true;
  /** May stand in `fieldsToMergeOn`. See https://airtable.com/developers/web/api/update-multiple-records. */
  readonly mergeable?: true;
  /** May be the first field of a table. */
  readonly primary?: true;
  /** Options without which the API refuses to create it. */
  readonly needs?: readonly string[];
  /** The API cannot create it; somebody has to, in Airtable itself. */
  readonly byHandOnly?: true;
  /** Options that Airtable shows for a field that was made without them. */
  readonly shows?: Readonly<Record<string, unknown>>;
}

const ISO_DATE = { name: "iso", format: "YYYY-MM-DD" };
const ISO_TIME = {
  dateFormat: ISO_DATE,
  timeFormat: { name: "24hour", format: "HH:mm" },
  timeZone: "utc",
};

/** See https://airtable.com/developers/web/api/field-model. */
export const FIELD_TYPES: Readonly<Record<string, FieldType>> = {
  singleLineText: { mergeable: true, primary: true },
  multilineText: { mergeable: true, primary: true },
  richText: {},
  email: { primary: true },
  url: { primary: true },
  phoneNumber: { primary: true },
  number: { mergeable: true, primary: true, needs: ["precision"], shows: { precision: 0 } },
  currency: { primary: true, needs: ["precision", "symbol"], shows: { precision: 2, symbol: "$" } },
  percent: { primary: true, needs: ["precision"], shows: { precision: 0 } },
  duration: { primary: true, needs: ["durationFormat"], shows: { durationFormat: "h:mm" } },
  rating: { needs: ["icon", "max", "color"], shows: { icon: "star", max: 5, color: "yellowBright" } },
  checkbox: { needs: ["icon", "color"], shows: { icon: "check", color: "greenBright" } },
  singleSelect: { mergeable: true, needs: ["choices"], shows: { choices: [] } },
  multipleSelects: { mergeable: true, needs: ["choices"], shows: { choices: [] } },
  date: { mergeable: true, primary: true, needs: ["dateFormat"], shows: { dateFormat: ISO_DATE } },
  dateTime: { primary: true, needs: ["dateFormat", "timeFormat", "timeZone"], shows: ISO_TIME },
  multipleRecordLinks: { needs: ["linkedTableId"], shows: { isReversed: false, prefersSingleRecordLink: false } },
  singleCollaborator: {},
  multipleCollaborators: {},
  multipleAttachments: { shows: { isReversed: false } },
  barcode: { primary: true },
  autoNumber: { computed: true, primary: true, byHandOnly: true },
  formula: { computed: true, primary: true, byHandOnly: true, shows: { isValid: true } },
  createdTime: { computed: true, byHandOnly: true },
  lastModifiedTime: { computed: true, byHandOnly: true, shows: { isValid: true, referencedFieldIds: [] } },
  createdBy: { computed: true, byHandOnly: true },
  lastModifiedBy: { computed: true, byHandOnly: true },
  count: { computed: true, byHandOnly: true, shows: { isValid: true } },
  multipleLookupValues: { computed: true, byHandOnly: true, shows: { isValid: true } },
  /** The API does not say how a rollup sums up: its cells stay empty here. */
  rollup: { computed: true, byHandOnly: true, shows: { isValid: true } },
  /** Its cells stay empty here. */
  button: { computed: true, byHandOnly: true },
};
