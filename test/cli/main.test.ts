import { version } from "../../package.json";
import { ontapIscsi } from "./executable";

test("--version prints the version of the package", async () => {
  expect(await ontapIscsi(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test.each([
  ["drfit", 'there is no command "drfit"; did you mean drift?'],
  ["imp", 'there is no command "imp"; did you mean import?'],
  ["--versoin", 'there is no option "--versoin"; did you mean --version?'],
  ["destroy", 'there is no command "destroy".'],
  ["toString", 'there is no command "toString".'],
])("%s is wrong usage, said in one line", async (name, message) => {
  const stderr = `ontap-iscsi: ${message} See ontap-iscsi --help.\n`;
  expect(await ontapIscsi([name])).toEqual({ code: 64, stdout: "", stderr });
});

test("without a command all of them are listed", async () => {
  const { code, stdout, stderr } = await ontapIscsi([]);
  expect([code, stdout]).toEqual([64, ""]);
  expect(stderr).toMatch(/^ontap-iscsi: a command is missing\n\nUsage:.*drift.*import.*simulate/s);
});
