import type { DriftReport } from "../report";

/** The report itself, for programs; objects without notes go without the key. */
export function json({ status, provenance, objects, unmanaged, causes, audit }: DriftReport): string {
  const reported = objects.map(({ notes, ...object }) => (notes.length === 0 ? object : { ...object, notes }));
  const counted = causes.map((cause) => ({ ...cause, objects: cause.objects.length }));
  return `${JSON.stringify({ status, provenance, causes: counted, audit, objects: reported, unmanaged }, undefined, 2)}\n`;
}
