import { ApiError } from "../wire/api-error";

/**
 * The ways in which ONTAP refuses a query, one function per code, so that each code and its wording are written once.
 * Codes and meanings: "Response body" and "Cross-field query errors" in NetApp's "Getting started with the ONTAP REST
 * API"; the texts of 262179 and 262197 are those that clients have reported from real clusters. All answer HTTP 400.
 */
function refusal(code: string, message: string, target: string): ApiError {
  return new ApiError(400, code, message, target);
}

/** 262179: neither a field of the collection nor a parameter of the call. */
export const unexpectedArgument = (name: string) => refusal("262179", `Unexpected argument "${name}".`, name);

/** 262188: the same parameter, or a field and its alias, twice in one query. */
export const givenTwice = (name: string) => refusal("262188", `The field "${name}" was specified twice.`, name);

/** 262194: an operator, a list or a parameter without a value. */
export const missingValue = (name: string) =>
  refusal("262194", `The expression for "${name}" is missing a value.`, name);

/** 262197: a value that the field's type, range or enumeration does not allow. */
export const invalidValue = (name: string, value: string, allowed: string) =>
  refusal("262197", `The value "${value}" is invalid for field "${name}" (${allowed})`, name);

/** 262202: a password in the URL of a write. */
export const secretInUrl = (name: string) =>
  refusal("262202", `The field "${name}" is considered secret and should not be provided in the URL.`, name);

/** 262211: a field of the record in the URL of a POST. */
export const filterOnCreate = (name: string) =>
  refusal("262211", `POST does not support filtering on "${name}"; attributes must be in the request body.`, name);

/** 262212: a query-based PATCH or DELETE that names no field and would hit the whole collection. */
export const missingFilter = (name: string) =>
  refusal(
    "262212",
    `A PATCH or DELETE of a collection requires a query on at least one field, such as "${name}".`,
    name,
  );

/** 262222: one value twice in a list such as `fields` or `order_by`. */
export const listedTwice = (name: string, value: string) =>
  refusal("262222", `The value "${value}" is listed more than once for field "${name}".`, name);

/** 262248: a parameter without `=`. */
export const missingAssignment = (name: string) =>
  refusal("262248", `The value "${name}" is missing an assignment operator.`, name);

/** 262249: a write-only field in `fields`. */
export const notReadable = (field: string) =>
  refusal(
    "262249",
    `The field "${field}" is not supported for GET requests: it is not a readable attribute.`,
    "fields",
  );

/** 262250: a write-only field as the filter of a GET. */
export const notQueryable = (field: string) =>
  refusal("262250", `The field "${field}" cannot be queried in a GET request: it is not a readable attribute.`, field);

/** 262268: a field that records cannot be ordered by. */
export const notSortable = (field: string) =>
  refusal("262268", `The field "${field}" is not supported as an order_by= field.`, "order_by");

/** 262272: a cross-field query with an odd number of quotes. */
export const unmatchedQuote = () => refusal("262272", "The query contains an unmatched quote.", "query");

/** 262273: one half of a cross-field query. */
export const halfCrossFieldQuery = (missing: "query" | "query_fields") =>
  refusal("262273", 'Both "query_fields" and "query" must be specified if either one is specified.', missing);

/** 262274: a cross-field query with nothing to look for. */
export const emptyCrossFieldQuery = () =>
  refusal("262274", "The query is empty or equivalent to an empty query.", "query");

/** 262275: a cross-field query over no field. */
export const noCrossFields = () =>
  refusal("262275", "At least one field must be specified for the cross-field query.", "query_fields");

/** 262276: a cross-field query that names a field twice. */
export const crossFieldTwice = (field: string) =>
  refusal("262276", `The field "${field}" was specified twice for the "query_fields" parameter.`, "query_fields");

/** 262277: a cross-field query on anything but a GET. */
export const crossFieldOnWrite = (name: string) =>
  refusal("262277", 'The parameters "query_fields" and "query" may only be specified for GET requests.', name);

/** 262286: braces in `fields` that do not pair. */
export const mismatchedBraces = () => refusal("262286", 'Mismatching braces found in the "fields" query.', "fields");
