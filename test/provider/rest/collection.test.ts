import { cpuGrowth } from "../../cpu-growth";
import { against, closeServers, errorOf } from "./servers";
import { page, svm } from "./tiny-server";

afterEach(closeServers);

const credential = (number: number) => ({ svm, initiator: `iqn.1998-01.com.example:host${number}` });
const credentials = (count: number) => Array.from({ length: count }, (_, number) => credential(number));
const next = "/api/protocols/san/iscsi/credentials?start.initiator=b";

describe("a list", () => {
  it("hands over rows of another shape and returns the others, in their order and over all pages", async () => {
    const { ontap } = await against((_request, number) =>
      number === 0 ? page([credential(1), { initiator: 5 }, credential(2)], next) : page(["row", credential(3)]),
    );
    const malformed: unknown[] = [];
    const list = await ontap.iscsiCredentials.list({ onMalformed: (row) => malformed.push(row) });
    expect([list, malformed]).toEqual([[1, 2, 3].map(credential), [{ initiator: 5 }, "row"]]);
  });

  it("ends with the first of them where nobody takes it", async () => {
    const { ontap } = await against(() => page([credential(1), { initiator: 5 }]));
    expect(await errorOf(ontap.iscsiCredentials.list())).toMatchObject({
      code: "malformed",
      message: expect.stringContaining("read an iSCSI credential"),
    });
  });

  it("of pages that differ in one record only is whole", async () => {
    const pages = Array.from({ length: 150 }, (_, number) => [credential(0), credential(number + 1), credential(0)]);
    const { ontap } = await against((_request, number) =>
      page(pages[number] ?? [], number < pages.length - 1 ? `${next}${number}` : undefined),
    );
    await expect(ontap.iscsiCredentials.list()).resolves.toHaveLength(450);
  });

  it("takes time in proportion to its length", async () => {
    const sizes = [2_000, 10_000] as const;
    const replies = new Map<number, ReturnType<typeof page>>(sizes.map((size) => [size, page(credentials(size))]));
    let size: number = sizes[0];
    const { ontap } = await against(() => replies.get(size) ?? page([]));
    const list = async (wanted: number) => {
      size = wanted;
      expect((await ontap.iscsiCredentials.list()).length).toBe(wanted);
    };
    expect(await cpuGrowth(sizes, list)).toBeLessThan(15);
  }, 60_000);
});
