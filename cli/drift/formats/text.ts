import type { Paint, Style } from "../../color";
import { aligned, printable } from "../../columns";
import { provenanceRows } from "../../provenance";
import { isSamePlace, type Place, placeName } from "../../stack/place";
import { type DriftObject, type DriftReport, isDrift } from "../report";
import { notedTitle, notesOf } from "./notes";
import { arrayTitle, countOf, nameOnSvm, namesOf, objectName } from "./titles";
import { auditTexts, whoTexts } from "./who";
import { className, formatChange, summary, unseenText } from "./wording";

/** What is shown of one thing: cells in columns, of which the last may be of any length, and lines below them. */
interface Entry {
  readonly label: keyof typeof STYLES;
  readonly cells: readonly string[];
  readonly details: readonly string[];
}

const STYLES = {
  gone: "red",
  changed: "yellow",
  unknown: "magenta",
  password: "yellow",
  unmanaged: "cyan",
  note: "dim",
} as const satisfies Record<string, Style>;

/** For a terminal: what is not clean, aligned, a summary, and where the report comes from. */
export function text(report: DriftReport, paint: Paint): string {
  const entries = [
    ...drifted(report),
    ...passwords(report),
    ...unknown(report),
    ...unmanaged(report),
    ...notes(report),
  ];
  const rows = aligned(entries.map(({ label, cells }) => [label, ...cells]));
  const listed = entries.flatMap(({ label, details }, index) => [
    painted(rows[index] ?? "", label, paint),
    ...details.map((line) => `    ${printable(line)}`),
  ]);
  const color = ({ clean: "green", drift: "yellow", unknown: "magenta" } as const)[report.status];
  const unseen = unseenText(report);
  return [
    ...listed,
    ...(listed.length === 0 ? [] : [""]),
    paint(color, printable(summary(report))),
    ...(unseen === undefined ? [] : [printable(unseen)]),
    ...auditTexts(report).map(printable),
    "",
    ...aligned(provenanceRows(report.provenance)).map((line) => paint("dim", printable(line))),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function drifted({ objects }: DriftReport): readonly Entry[] {
  return objects.filter(isDrift).map((object) => ({
    label: object.status === "gone" ? "gone" : "changed",
    cells: [className(object.type), object.svm, objectName(object), inPlace(object)],
    details: [...details(object), ...whoTexts(object)],
  }));
}

/** Objects as recorded, of which somebody else set a password. */
function passwords({ objects }: DriftReport): readonly Entry[] {
  return objects
    .filter((object) => !isDrift(object) && object.who !== undefined)
    .map((object) => ({
      label: "password",
      cells: [className(object.type), object.svm, objectName(object), inPlace(object)],
      details: whoTexts(object),
    }));
}

function details({ changes, reason }: DriftObject): readonly string[] {
  const properties = aligned(changes.map((change) => [change.property, formatChange(change)]));
  return [...properties, ...(reason === undefined ? [] : [reason])];
}

function unknown({ causes, objects, provenance }: DriftReport): readonly Entry[] {
  return causes.map((cause) => {
    const { message } = cause;
    const name = placeName(cause);
    if (cause.objects.length === 0) {
      return { label: "unknown", cells: [name === undefined ? message : `${name}: ${message}`], details: [] };
    }
    const isAll = cause.objects.length === objects.filter((object) => isSamePlace(object, cause)).length;
    const what = `${isAll ? "all " : ""}${countOf(cause.objects)} on ${arrayTitle(cause, provenance)}`;
    return { label: "unknown", cells: [what], details: isAll ? [message] : [message, namesOf(cause)] };
  });
}

function unmanaged(report: DriftReport): readonly Entry[] {
  return report.unmanaged.map((object) => ({
    label: "unmanaged",
    cells: [className(object.type), object.svm, nameOnSvm(object), inPlace(object)],
    details: [`admits ${object.admits}${object.drift ? ", which is drift" : ""}`, ...whoTexts(object)],
  }));
}

function notes(report: DriftReport): readonly Entry[] {
  return notesOf(report).map((note) => ({
    label: "note",
    cells: [`${notedTitle(note)} ${inPlace(note.place)}`],
    details: [note.text],
  }));
}

/** A row that starts with its label, with the label set off. */
function painted(row: string, label: Entry["label"], paint: Paint): string {
  return `${paint(STYLES[label], label)}${printable(row).slice(label.length)}`;
}

function inPlace(place: Place): string {
  const name = placeName(place);
  return name === undefined ? "" : `on ${name}`;
}
