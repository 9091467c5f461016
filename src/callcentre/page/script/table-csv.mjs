// "Download table": a lab's table as a file that spreadsheets read.

import { labelWithUnit, scaled } from "./format.mjs";

/** @import { Cell, Column, Table } from "./types.d.ts" */

const BYTE_ORDER_MARK = "\uFEFF"; // by which spreadsheets know UTF-8

/**
 * A table as CSV: units in the head, numbers unrounded in these units.
 *
 * @param {Pick<Table, "columns" | "rows">} table
 */
export function csvText(table) {
  const head = table.columns.map((column) => quoted(labelWithUnit(column)));
  const rows = table.rows.map((row) => row.map((value, at) => cell(value, table.columns[at])));
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

/**
 * @param {Cell} value
 * @param {Column} column
 */
function cell(value, { factor }) {
  if (value === null || value === undefined) return "";
  return typeof value === "number" ? String(scaled(value, factor)) : quoted(value);
}

/** @param {string} text */
function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : String(text);
}
