import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
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
  const error = errorOf(make);
  expect(pulumi.RunError.isInstance(error)).toBe(true);
  expect(inspect(error)).toBe(`Error: ${error.message}`);
});

function errorOf(make: () => unknown): Error {
  try {
    make();
  } catch (error) {
    if (error instanceof Error) {
      return error;
    }
  }
  throw new Error("it was expected to fail");
}
