/** An answer that is an error, with the body that Airtable gives. See https://airtable.com/developers/web/api/errors. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown, message: string) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

function typed(status: number, type: string, message?: string): ApiError {
  if (message === undefined) return new ApiError(status, { error: { type } }, type);
  return new ApiError(status, { error: { type, message } }, `${type}: ${message}`);
}

export const invalidJson = () => typed(400, "INVALID_REQUEST_BODY", "Could not parse request body");

export const authenticationRequired = () => typed(401, "AUTHENTICATION_REQUIRED", "Authentication required");

/** Also the answer for a base or a table that does not exist: a token cannot learn which. */
export const forbiddenOrNotFound = () =>
  typed(
    403,
    "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
    "Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.",
  );

export const notPermitted = (what: string) => typed(403, "INVALID_PERMISSIONS", `You are not permitted to ${what}`);

export const notFound = () => new ApiError(404, { error: "NOT_FOUND" }, "NOT_FOUND");

export const recordNotFound = () => typed(404, "MODEL_ID_NOT_FOUND", "Record not found");

export const invalidRequest = (
  message = "Invalid request: parameter validation failed. Check your request data.",
): ApiError => typed(422, "INVALID_REQUEST_UNKNOWN", message);

export const missingFields = () =>
  typed(422, "INVALID_REQUEST_MISSING_FIELDS", 'Could not find field "fields" in the request body');

export const invalidRecords = () =>
  typed(
    422,
    "INVALID_RECORDS",
    'You must provide an array of up to 10 record objects, each with an "id" ID field and a "fields" object for cell values.',
  );

export const sameRecordTwice = () =>
  typed(422, "INVALID_RECORDS", "You cannot update the same record multiple times in a single request.");

export const unknownField = (name: string) => typed(422, "UNKNOWN_FIELD_NAME", `Unknown field name: "${name}"`);

export const computedField = (name: string) =>
  typed(422, "INVALID_VALUE_FOR_COLUMN", `Field "${name}" cannot accept a value because the field is computed`);

export const unacceptableValue = (name: string) =>
  typed(422, "INVALID_VALUE_FOR_COLUMN", `Field "${name}" cannot accept the provided value`);

export const unreadableDate = (name: string, value: string) =>
  typed(422, "INVALID_VALUE_FOR_COLUMN", `Cannot parse date value "${value}" for field ${name}`);

/** The option stands in two pairs of quotes, as in bodies seen in the wild. */
export const unknownOption = (option: string) =>
  typed(
    422,
    "INVALID_MULTIPLE_CHOICE_OPTIONS",
    `Insufficient permissions to create new select option "${JSON.stringify(option)}"`,
  );

export const notARecordId = (value: string) =>
  typed(422, "INVALID_RECORD_ID", `Value "${value}" is not a valid record ID.`);

export const rowDoesNotExist = (id: string) =>
  typed(422, "ROW_DOES_NOT_EXIST", `Record ID ${id} does not exist in this table`);

export const invalidFormula = (why: string) =>
  typed(422, "INVALID_FILTER_BY_FORMULA", `The formula for filtering records is invalid: ${why}`);

export const invalidOffset = (offset: string) =>
  typed(422, "INVALID_OFFSET_VALUE", `The value of offset ${offset} is invalid`);

export const iteratorGone = () => typed(422, "LIST_RECORDS_ITERATOR_NOT_AVAILABLE");

export const unknownView = (view: string) => typed(422, "VIEW_NAME_NOT_FOUND", `View ${view} not found`);

export const duplicateTable = (name: string) =>
  typed(422, "DUPLICATE_TABLE_NAME", `Could not create or rename a table: the name "${name}" is taken or empty`);

export const duplicateField = (name: string) =>
  typed(
    422,
    "DUPLICATE_OR_EMPTY_FIELD_NAME",
    `Could not create or rename a field: the name "${name}" is taken or empty`,
  );

export const unsupportedFieldType = (type: string) =>
  typed(422, "UNSUPPORTED_FIELD_TYPE_FOR_CREATE", `Creating ${type} fields is not supported at this time`);

export const invalidFieldOptions = (name: string, why: string) =>
  typed(422, "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE", `Invalid options for ${name}: ${why}`);

export const urlTooLong = () => typed(414, "URL_TOO_LONG", "The URL is longer than 16,000 characters");

export const rateLimitReached = () => typed(429, "RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later");
