import { setTimeout as sleep } from "node:timers/promises";
import { Reporting } from "../../../../provider/lifecycle/table/reporting";

describe("How far a change of many rows is", () => {
  it("is told once in two seconds, not before and not at its end", async () => {
    const told: string[] = [];
    const reporting = new Reporting("the rows", 2_000, (line) => told.push(line));
    const count = (rows: number) => Array.from({ length: rows }, () => reporting.count());
    count(1_239);
    expect(told).toEqual([]);
    await sleep(2_010);
    count(1);
    count(100);
    expect(told).toEqual(["the rows: 1,240 of 2,000"]);
    count(659);
    await sleep(2_010);
    count(1);
    expect(told).toEqual(["the rows: 1,240 of 2,000"]);
  });
});
