import type { DriftReport } from "../report";

/** The report itself, for programs; objects without notes go without the key. */
export function json({ status, objects, unmanaged }: DriftReport): string {
  const reported = objects.map(({ notes, ...object }) => (notes.length === 0 ? object : { ...object, notes }));
  return `${JSON.stringify({ status, objects: reported, unmanaged }, undefined, 2)}\n`;
}
