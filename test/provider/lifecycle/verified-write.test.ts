import { verifiedWrite } from "../../../provider/lifecycle/verified-write";
import { OntapError, type OntapErrorCode } from "../../../provider/rest";

const trouble = (code: OntapErrorCode) => new OntapError({ code, operation: "write", reason: "no luck" });

/** A write that ends with these one after another; what it is told, and how often it is sent. */
function writing(...ends: ReadonlyArray<Error | undefined>) {
  const calls: string[] = [];
  const left = [...ends];
  return {
    calls,
    send: async () => {
      calls.push("send");
      const end = left.shift();
      if (end !== undefined) {
        throw end;
      }
    },
    landed: (answer: boolean | Error) => async () => {
      calls.push("look");
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    },
  };
}

describe("A write", () => {
  it("that is answered is sent once, and nothing is looked at", async () => {
    const { send, landed, calls } = writing(undefined);
    await verifiedWrite(send, landed(false), ["4"]);
    expect(calls).toEqual(["send"]);
  });

  it("without an answer is not sent again where it was carried out", async () => {
    const { send, landed, calls } = writing(trouble("uncertain"));
    await verifiedWrite(send, landed(true), ["4"]);
    expect(calls).toEqual(["send", "look"]);
  });

  it("without an answer is sent again, once, where it was not", async () => {
    const { send, landed, calls } = writing(trouble("uncertain"), undefined);
    await verifiedWrite(send, landed(false), ["4"]);
    expect(calls).toEqual(["send", "look", "send"]);

    const again = trouble("uncertain");
    const unlucky = writing(trouble("uncertain"), again);
    await expect(verifiedWrite(unlucky.send, unlucky.landed(false), ["4"])).rejects.toBe(again);
    expect(unlucky.calls).toEqual(["send", "look", "send"]);
  });

  it("stays uncertain where the look fails, too, and says both", async () => {
    const { send, landed, calls } = writing(trouble("uncertain"));
    const look = new OntapError({ code: "unreachable", operation: "look", reason: "no light" });
    await expect(verifiedWrite(send, landed(look), ["4"])).rejects.toMatchObject({
      code: "uncertain",
      message: expect.stringMatching(/write: no luck; .*no light \[look\]\. Run the same command again/),
    });
    expect(calls).toEqual(["send", "look"]);
  });

  it("is settled where the look learns that there is no such object", async () => {
    const gone = new OntapError({ code: "api-error", ontapCode: "4", operation: "look", reason: "none" });
    await expect(verifiedWrite(writing(trouble("uncertain")).send, writing().landed(gone), ["4"])).rejects.toBe(gone);
  });

  it("does not hide a mistake of the program in the look", async () => {
    const bug = new TypeError("a bug");
    await expect(verifiedWrite(writing(trouble("uncertain")).send, writing().landed(bug), ["4"])).rejects.toBe(bug);
  });

  test.each([trouble("api-error"), trouble("unreachable"), new TypeError("a bug")])(
    "fails at once with %s",
    async (error) => {
      const { send, landed, calls } = writing(error);
      await expect(verifiedWrite(send, landed(true), ["4"])).rejects.toBe(error);
      expect(calls).toEqual(["send"]);
    },
  );
});
