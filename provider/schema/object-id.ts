import { canonicalInitiator } from "./initiator";

/**
 * The form of an id in which ids are compared, `<svm.uuid>` or `<svm.uuid>/<initiator>`: neither the UUID nor an EUI
 * is another one for its case. For comparing only: requests and states keep an id as it is recorded.
 */
export function canonicalId(id: string): string {
  const slash = id.indexOf("/");
  return slash < 0
    ? id.toLowerCase()
    : `${id.slice(0, slash).toLowerCase()}/${canonicalInitiator(id.slice(slash + 1))}`;
}
