import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { watch } from "../../../cli/sessions/watch";
import { environmentOf } from "../executable";
import { A, SessionsArray } from "./array";

let array: SessionsArray;
beforeEach(async () => {
  array = await SessionsArray.start();
});
afterEach(() => array.stop());

/** `ontap-iscsi sessions --watch=1s` and what it prints. */
function watching(...args: readonly string[]): { child: ChildProcess; lines: AsyncIterator<string> } {
  const file = join(__dirname, "../../../bin/ontap-iscsi.js");
  const all = ["sessions", "--state", array.stateFile, "--watch=1s", "--format", "json", ...args];
  const child = spawn(process.execPath, [file, ...all], {
    env: { PATH: process.env.PATH, ...environmentOf(array) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { child, lines: child.stdout.setEncoding("utf8")[Symbol.asyncIterator]() };
}

it("looks again until it is interrupted, one line of JSON each, and ends as the last look would", async () => {
  const { child, lines } = watching("--min-paths", "1", "--initiator", A);
  expect(JSON.parse((await lines.next()).value)).toMatchObject({ status: "few" });
  await array.logIn({ initiator: A, address: "10.0.0.5", interface: "lif1" });
  let status = "few";
  while (status === "few") {
    ({ status } = JSON.parse((await lines.next()).value));
  }
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

it("goes on where an array fails for a while, and ends where it rejects the login, which is not sent again", async () => {
  await array.control("POST", "/faults", {
    kind: "status",
    status: 500,
    code: "262145",
    times: 1,
    match: { path: "/api" },
  });
  const { child, lines } = watching();
  expect(JSON.parse((await lines.next()).value)).toMatchObject({ status: "unknown" });
  expect(JSON.parse((await lines.next()).value)).toMatchObject({ status: "ok" });
  await array.control("POST", "/faults", { kind: "status", status: 401, code: "6691623", match: { path: "/api" } });
  expect(await once(child, "exit")).toEqual([3, null]);
});

it("shows on a terminal the newest look alone, cut to its height", async () => {
  const written: string[] = [];
  const screen = { isTTY: true, rows: 7, columns: 10, write: (text: string) => written.push(text) };
  const look = async () => ({ text: `1\n${"2".repeat(11)}\n3\n4\n5\n`, code: 2, isFinal: true });
  const code = await watch(look, { everyMs: 5000, screen, signal: new AbortController().signal });
  expect(code).toBe(2);
  expect(written).toHaveLength(1);
  expect(written[0]?.split("\n").slice(1)).toEqual(["", "1", "22222222222", "... 3 more lines", ""]);
  expect(written[0]).toMatch(/Every 5 s, last at \d\d:\d\d:\d\d\. Ctrl-C ends\./);
});
