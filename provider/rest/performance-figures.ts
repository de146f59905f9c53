import { integer, object, text, timestamp } from "../record/fields";
import type { WireOf } from "../record/types";

const [read, write, other, total] = [
  integer({ doc: "Of reads." }),
  integer({ doc: "Of writes." }),
  integer({ doc: "Neither reads nor writes, such as lookups." }),
  integer({ doc: "Over all kinds of operation." }),
];

const operations = {
  typeName: "OperationFigures",
  typeDoc: "Figures by kind of operation.",
  fields: { read, write, other, total },
} as const;

const bytes = {
  typeName: "ByteFigures",
  typeDoc: "Bytes by kind of operation; there are none for other operations.",
  fields: { read, write, total },
} as const;

const status = text({
  doc: "`ok`, or what is wrong with the figures: `error`, `partial_no_data`, `partial_no_response`, `partial_other_error`, `partial_no_uuid`, `negative_delta`, `not_found`, `backfilled_data`, `inconsistent_delta_time`, `inconsistent_old_data`.",
});

const instant = timestamp({ doc: "ISO 8601, UTC." });

/** Averages over the time that a sample covers. Source: "metric" in the iSCSI services document. */
export const metric = {
  typeName: "IscsiMetricFigures",
  typeDoc: "Averages over the time that a sample covers.",
  fields: {
    timestamp: instant,
    duration: text({
      doc: "Time that the sample covers, as an ISO 8601 duration: `PT15S`, `PT5M`, `PT30M`, `PT2H`, `P1D`.",
    }),
    status,
    iops: object({ ...operations, doc: "Operations per second.", unit: "operations per second" }),
    latency: object({ ...operations, doc: "Round trip in microseconds.", unit: "microseconds" }),
    throughput: object({ ...bytes, doc: "Bytes per second.", unit: "bytes per second" }),
  },
} as const;

/** Counters that only grow. Source: "statistics" in the iSCSI services document. */
export const statistics = {
  typeName: "IscsiStatistics",
  typeDoc: "Counters over all nodes, which only grow; two readings and the time between them give a rate.",
  fields: {
    timestamp: instant,
    status,
    iops_raw: object({ ...operations, doc: "Operations.", unit: "operations" }),
    latency_raw: object({
      ...operations,
      doc: "Microseconds, summed over operations: divide by `iopsRaw` for the mean of one.",
      unit: "microseconds",
    }),
    throughput_raw: object({ ...bytes, doc: "Bytes.", unit: "bytes" }),
  },
} as const;

/** I/O figures by kind of operation. */
export type WireOperationFigures = WireOf<typeof operations.fields>;
/** Bytes by kind of operation; ONTAP counts none for other operations. */
export type WireByteFigures = WireOf<typeof bytes.fields>;
/** Averages over one sample. Source: "metric" in the iSCSI services document. */
export type WireMetric = WireOf<typeof metric.fields>;
/** Counters that only grow. Source: "statistics" in the iSCSI services document. */
export type WireStatistics = WireOf<typeof statistics.fields>;
