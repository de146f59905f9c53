/** What the stack's configuration calls the secrets that a program is made with. */
export interface Chosen {
  readonly host: string;
  readonly row: string;
  /** More resources, as text of the program; `opts` are those of the side. */
  readonly more?: string;
}

export const INITIATOR = "iqn.1998-01.com.example:mutual";
/** One that exists already, made by hand. */
export const FOREIGN = "iqn.1998-01.com.example:foreign";
/** Rows of each of the two tables. */
export const ROWS = 12;

/** A program that has everything twice: on `svm1` as dynamic resources, on `svm2` through the plugin. */
export function programWith({ host, row, more = "" }: Chosen): string {
  return `
  const { Provider } = require("pulumi-ontap-iscsi");
  const [mine, ontap] = [new pulumi.Config(), new pulumi.Config("ontap-iscsi")];
  const login = { username: ontap.require("username"), password: ontap.requireSecret("password") };
  const east = new Provider("east", { host: ontap.require("host"), ...login });
  const chap = (user, name) => ({ authenticationType: "chap", chap: {
    inbound: { user, password: mine.requireSecret(name) }, outbound: { user: "array", password: mine.requireSecret("outbound") } } });
  exports.chaps = [["svm1", {}], ["svm2", { provider: east }]].map(([name, opts]) => {
    const { svm } = new IscsiService("service-" + name, { svm: { name } }, opts);
    const host = new IscsiCredentials("host-" + name, { svm, initiator: "${INITIATOR}", ...chap("host1", "${host}") }, opts);
    const credentials = Object.fromEntries(Array.from({ length: ${ROWS} }, (_, n) =>
      ["iqn.1998-01.com.example:row" + n, chap("row" + n, "${row}")]));
    const table = new IscsiCredentialsTable("table-" + name, { svm, credentials }, opts);
    ${more}
    return [host.chap, table.credentials];
  });`;
}

/** A credential that exists on the array already, so that it is a conflict. */
export const CONFLICT = `new IscsiCredentials("conflict-" + name, { svm, initiator: "${FOREIGN}", ...chap("foreign", "hexadecimal") }, opts);`;
