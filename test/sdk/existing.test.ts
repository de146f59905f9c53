import { IscsiCredentials, IscsiService } from "../../sdk";

const svm = { name: "svm1" };

test.each([
  ["IscsiService", () => new IscsiService("x", { svm }, { import: "uuid" })],
  [
    "IscsiCredentials",
    () =>
      new IscsiCredentials("x", { svm, initiator: "default", authenticationType: "none" }, { import: "uuid/default" }),
  ],
])("%s refuses the option import and names what works instead", (type, make) => {
  expect(make).toThrow(new RegExp(`^${type} "x": the option import does not work .*adopt: true.*ontap-iscsi import`));
});
