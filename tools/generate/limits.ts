import type { Property } from "../../provider/spec/property";

/** What is taken of a property beyond its type, and what ONTAP's code is for anything else: sentences for the reference. */
export function limitsOf(property: Property): string[] {
  return [...taken(property), ...refused(property)];
}

/** What is taken of a string; undefined where its type says all. */
export function taken(property: Property): string[] {
  return property.type === "string" && property.emptyMeansAbsent !== true ? [`Takes ${property.expected}.`] : [];
}

function refused({ codes = {} }: Property): string[] {
  const told = Object.entries(codes).map(([code, wrong]) => `${wrong} (${code})`);
  return told.length === 0 ? [] : [`Refused: ${told.join("; ")}.`];
}
