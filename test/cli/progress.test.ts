import { setTimeout as sleep } from "node:timers/promises";
import { type Progress, withProgress } from "../../cli/progress";

const ERASED = "\r\u001b[2K";

/** What a command writes to such a stream while it does this. */
async function written(stream: { isTTY?: boolean; columns?: number }, work: (progress: Progress) => Promise<void>) {
  const texts: string[] = [];
  await withProgress("drift", work, { ...stream, write: (text: string) => texts.push(text) });
  return texts;
}

it("says nothing of work that ends within a second", async () => {
  expect(await written({ isTTY: true }, async ({ step }) => step("reading"))).toEqual([]);
});

it("says after a second on a terminal at what it is, and erases that at the end", async () => {
  const texts = await written({ isTTY: true }, async ({ step }) => {
    step("reading the state");
    await sleep(1200);
    step("comparing 4 objects");
  });
  expect(texts).toEqual([
    `${ERASED}ontap-iscsi drift: reading the state (1 s)`,
    `${ERASED}ontap-iscsi drift: comparing 4 objects (1 s)`,
    ERASED,
  ]);
});

it("keeps to one line of the terminal", async () => {
  const [shown = ""] = await written({ isTTY: true, columns: 30 }, async ({ step }) => {
    step("comparing very many objects");
    await sleep(1200);
  });
  expect(shown).toHaveLength(ERASED.length + 29);
});

it("says nothing where no terminal is, except remarks, which stay", async () => {
  const texts = await written({}, async ({ step, remark }) => {
    step("reading the state");
    await sleep(1200);
    remark("ONTAP_HOST is set and not used");
  });
  expect(texts).toEqual(["ontap-iscsi drift: ONTAP_HOST is set and not used\n"]);
});

it("prints a remark above the line", async () => {
  const texts = await written({ isTTY: true }, async ({ remark }) => {
    await sleep(1200);
    remark("a row is left out");
  });
  expect(texts.slice(1)).toEqual([
    ERASED,
    "ontap-iscsi drift: a row is left out\n",
    `${ERASED}ontap-iscsi drift: starting (1 s)`,
    ERASED,
  ]);
});

it("erases the line also where the work fails", async () => {
  const texts: string[] = [];
  const stream = { isTTY: true, write: (text: string) => texts.push(text) };
  const work = async () => {
    await sleep(1200);
    throw new Error("it failed");
  };
  await expect(withProgress("drift", work, stream)).rejects.toThrow("it failed");
  expect(texts.at(-1)).toBe(ERASED);
});
