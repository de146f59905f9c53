import { ENCRYPTED, providerEntry, providerOf, through } from "../providers";
import { A, B, credential, LONG, SessionsArray, STRANGER, service } from "./array";

let array: SessionsArray;
beforeEach(async () => {
  array = await SessionsArray.start();
  await array.logEverybodyIn();
});
afterEach(() => array.stop());

it("finds the hosts of every provider, and takes those of another provider of the array for the stack's own", async () => {
  const { simulator } = array;
  const one = providerOf("one", simulator);
  const two = providerOf("two", simulator, { timeoutMs: "20000" });
  array.record(
    one,
    two,
    ...through(one, [service("service"), credential("a", A)]),
    ...through(two, [credential("long", LONG)]),
    credential("b", B),
  );
  const { code, report } = await array.report("--svm", "svm1");
  expect(code).toBe(0);
  expect(report.hosts.map(({ initiator, provider, status }) => [initiator, provider, status])).toEqual([
    [STRANGER, "one", "unmanaged"],
    [B, undefined, "ok"],
    [LONG, "two", "ok"],
    [A, "one", "ok"],
  ]);
  const { stdout } = await array.sessions("--svm", "svm1");
  expect(stdout).toMatch(/ok +2 +none +provider one +svm1 +a /);
});

it("could not tell who is logged in on the array of a provider whose password is encrypted", async () => {
  const { url, username } = array.simulator;
  const provider = providerEntry("west", { host: url, username, password: ENCRYPTED });
  array.record(provider, ...through(provider, [service("service"), credential("a", A)]));
  const { code, report, requests } = await array.report();
  expect([code, requests, report.status]).toEqual([3, [], "unknown"]);
  expect(report.unreachable).toEqual([
    { cluster: null, provider: "west", reason: expect.stringContaining("--show-secrets"), httpStatus: null },
  ]);
  expect((await array.sessions()).stdout).toMatch(
    /^unknown +1 host of the stack on the array of provider west: The password of the provider west is encrypted/,
  );
});
