const pulumi = require("@pulumi/pulumi");
const { IscsiService, IscsiCredentials, IscsiCredentialsTable } = require("pulumi-ontap-iscsi");

const secret = (text) => pulumi.secret(text);
const host = (name) => `iqn.1998-01.com.example:${name}`;
const SVM2 = "25f617cf-94d7-11e8-8370-005056b48fd2";
const SVM3 = "3aa0b1c2-94d7-11e8-8370-005056b48fd2";
const SVM5 = "5cc0b1c2-94d7-11e8-8370-005056b48fd2";
const SVM6 = "6dd0b1c2-94d7-11e8-8370-005056b48fd2";

// A created service with an alias; the SVM by name.
const created = new IscsiService("created", { svm: { name: "svm1" }, target: { alias: "prod" } });
const one = { svm: created.svm };
new IscsiCredentials(
  "mutual",
  {
    ...one,
    initiator: host("mutual"),
    authenticationType: "CHAP",
    chap: {
      inbound: { user: "mutual", password: secret("example-inbound-1") },
      outbound: { user: "array", password: secret("example-outbound-1") },
    },
  },
);
new IscsiCredentials(
  "open",
  {
    ...one,
    initiator: host("open"),
    authenticationType: "none",
    initiatorAddress: {
      ranges: [{ start: "2001:DB8::1", end: "2001:DB8::9" }],
      masks: [
        { address: "10.1.0.0", netmask: "255.255.0.0" },
        { address: "2001:DB8:1::0", netmask: 64 },
      ],
    },
  },
);
new IscsiCredentials("eui", { ...one, initiator: "eui.0123456789ABCDEF", authenticationType: "none" });
new IscsiCredentials("default-closed", { ...one, initiator: "default", authenticationType: "deny" });

// Without an alias; the SVM by UUID. It has a live session, which may be cut.
const forced = new IscsiService("forced", { svm: { uuid: SVM2 }, forceDisconnect: true });
new IscsiCredentials(
  "forced-host",
  { svm: forced.svm, initiator: host("forced"), authenticationType: "none", forceDisconnect: true },
);

// Adopted; the SVM by name and UUID, the alias cleared.
const adopted = new IscsiService(
  "adopted",
  { svm: { name: "svm3", uuid: SVM3 }, adopt: true, target: { alias: "" } },
);
new IscsiCredentials(
  "adopted-host",
  {
    svm: adopted.svm,
    adopt: true,
    initiator: host("adopted"),
    authenticationType: "chap",
    chap: { inbound: { user: "adopted", password: secret("example-inbound-2") } },
  },
);

// Disabled.
new IscsiService("disabled", { svm: { name: "svm4" }, enabled: false });

// What the stack only reads, and a row that outlives it as deny.
const five = IscsiService.get("known-service", SVM5);
new IscsiCredentials(
  "closes",
  { svm: { name: "svm5" }, initiator: host("closes"), authenticationType: "none", onRemove: "deny" },
);

// A table that keeps what it does not list, one row of which closes, beside a service of the same stack.
const six = new IscsiService("six", { svm: { uuid: SVM6 } });
new IscsiCredentialsTable(
  "hosts",
  {
    svm: six.svm,
    credentials: {
      default: { authenticationType: "deny" },
      [host("row1")]: {
        authenticationType: "chap",
        chap: {
          inbound: { user: "row1", password: secret("example-inbound-3") },
          outbound: { user: "array", password: secret("example-outbound-3") },
        },
      },
      [host("row2")]: {
        authenticationType: "NONE",
        initiatorAddress: { masks: [{ address: "10.2.0.0", netmask: "255.255.0.0" }] },
      },
      "eui.0123456789ABCDE0": { authenticationType: "deny" },
    },
  },
);

// A table of another array that removes what it does not list; the service is nobody's.
new IscsiCredentialsTable(
  "east-hosts",
  {
    cluster: "east",
    svm: { name: "svm1" },
    unlisted: "remove",
    forceDisconnect: [host("row3")],
    credentials: {
      [host("row3")]: { authenticationType: "none" },
      [host("row4")]: {
        authenticationType: "chap",
        chap: { inbound: { user: "row4", password: secret("example-inbound-4") } },
      },
    },
  },
);

exports.targetName = created.targetName;
exports.svm = created.svm;
exports.known = five.targetName;
