/** UUID of the nth SVM. */
export function svmUuid(n: number): string {
  return `00000000-94d7-11e8-8370-${String(n).padStart(12, "0")}`;
}

/** Initiator of the nth host. */
export function initiator(n: number): string {
  return `iqn.1998-01.com.example:host-${n}`;
}

const withoutHyphens = (uuid: string): string => uuid.replaceAll("-", "");

/** Everything by which the first service and the first host are told from others. */
const FIRST = new RegExp(`(svm|host|user|pw-of)-0\\b|${svmUuid(0)}|${withoutHyphens(svmUuid(0))}`, "g");

/**
 * Of records of the first service and the first host, those of all: a record that names the host stands for each host,
 * one that names only the service for each service, any other for itself. Hosts are spread over the services in turn.
 */
export function multiplied<Record>(
  records: readonly Record[],
  { services, hosts }: { readonly services: number; readonly hosts: number },
): Record[] {
  return records.flatMap((record) => {
    const json = JSON.stringify(record);
    const copy = (service: number, host: number): Record =>
      JSON.parse(
        json.replace(FIRST, (found, word: string | undefined) => {
          if (word !== undefined) {
            return `${word}-${word === "svm" ? service : host}`;
          }
          return found.includes("-") ? svmUuid(service) : withoutHyphens(svmUuid(service));
        }),
      );
    if (/(host|user)-0\b/.test(json)) {
      return Array.from({ length: hosts }, (_, host) => copy(host % services, host));
    }
    if (/svm-0\b/.test(json)) {
      return Array.from({ length: services }, (_, service) => copy(service, 0));
    }
    return [record];
  });
}
