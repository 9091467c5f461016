// What travels from the labs' Python to the page, as labs/ writes it, and what the page's parts hand each other.

import type { Engine } from "./engine.mjs";
import type { Runner } from "./exercises/runner.mjs";
import type { Format } from "./format.mjs";
import type { Place } from "./search/library.mjs";

/** A control's value, in the model's unit. */
/** A number as it was typed stands in the unit shown, and Python reads it. */
export type Value = string | number | boolean | string[] | { typed: string };
export type Values = Record<string, Value>;

/** A unit, as `in_unit` of the labs writes it; words, without a unit, have no pattern. */
export interface Unit {
  unit?: string | null;
  /** From the model's number to the number shown. */
  factor: number;
  /** What the number stands in, such as "€{number} a month"; with a form for each kind of number, "{number} day|{number} days". */
  pattern: string | null;
}

export interface Quantity extends Unit {
  /** In the model's unit and unrounded; null where there is nothing to say. */
  value: number | null;
  /** Digits after the point; null for as many as the number needs. */
  decimals: number | null;
}

export interface Text {
  template: string;
  /** What the template is made of, each whole. */
  sentences: string[];
  /** A quantity, words, or words to be joined as the language does. */
  parts: { name: string; quantity?: Quantity; words?: string; list?: string[] }[];
}

export interface Column extends Unit {
  name: string;
  label: string;
  decimals: number;
}

export type Cell = string | number | null;

export interface Table {
  caption: string;
  columns: Column[];
  rows: Cell[][];
}

export interface Figure {
  name: string;
  label: string;
  quantity: Quantity;
}

/** Figures side by side: a column for each way, a row for each measure. */
export interface Compared {
  caption: string;
  ways: string[];
  /** A figure's name for each way, and which value is the best. */
  rows: { label: string; figures: string[]; best: "low" | "high" | null }[];
}

export interface Axis extends Unit {
  label: string;
  decimals: number;
  /** Whether equal distances are equal ratios. */
  is_log: boolean;
  /** The lowest and highest shown, in the model's unit, where not all is. */
  ends: [number, number] | null;
}

/** What a reader drags in a picture: it sets a control, and nothing else. */
export interface Handle {
  /** The control's. */
  name: string;
  along: "x" | "y";
  /** Its place on that axis, in the axis's unit. */
  at: number;
  /** The category whose bar it sits on. */
  place: string | null;
  /** The control's value less `at`. */
  base: number;
}

/** A handle with where it stands in a drawn picture, in the picture's own pixels. */
export interface PlacedHandle extends Omit<Handle, "place"> {
  factor: number;
  isLog: boolean;
  /** The axis: shown values at both ends, and where these stand. */
  domain: [number, number];
  range: [number, number];
  /** From where to where it reaches on the other axis. */
  across: [number, number];
  isOnBar: boolean;
}

/** A point to look at. */
export interface Spot {
  x: number;
  y: number;
  label: Text;
}

interface Described {
  title: string;
  description: Text;
}

export interface LineChart extends Described {
  kind: "lines";
  x: Axis;
  y: Axis;
  series: { name: string; label: string; points: [number | null, number | null][] }[];
  marks: { x: number; label: string }[];
  /** Ground shaded as a series is, by its place, and whether that is sure. */
  grounds: { from: number; to: number; series: number; is_sure: boolean }[];
  spots: Spot[];
  handles: Handle[];
}

/** Who is first as two inputs vary. */
export interface GridChart extends Described {
  kind: "grid";
  x: Axis;
  y: Axis;
  xs: number[];
  ys: number[];
  options: { name: string; label: string }[];
  /** The place of an option for each x, a row for each y; null where nothing is known yet. */
  cells: (number | null)[][];
  spot: Spot | null;
}

export interface BarChart extends Described {
  kind: "bars";
  x?: undefined;
  y: Axis;
  categories: string[];
  series: { name: string; label: string; values: (number | null)[] }[];
}

export interface MapChart extends Described {
  kind: "map";
  x?: undefined;
  y?: undefined;
  columns: string[];
  rows: string[];
  column_label: string;
  row_label: string;
  taken: { column: string; row: string; label: string; colour: number; lane: string | null }[];
  /** Words for a place that is not taken. */
  empty: string;
  /** Parts of each row, for a third axis. */
  lanes: string[];
  lane_label: string;
  /** What stands faintly in a place besides. */
  faint: { column: string; row: string; lane: string; label: string }[];
}

export interface Range {
  label: string;
  from: number;
  from_label: string;
  to: number;
  to_label: string;
}

export interface RangeChart extends Described {
  kind: "ranges";
  x: Axis;
  y?: undefined;
  base: number;
  ranges: Range[];
}

export interface Point {
  name: string;
  label: string;
  x: number;
  y: number;
}

export interface PointChart extends Described {
  kind: "points";
  x: Axis;
  y: Axis;
  points: Point[];
}

/** The moments of a caller: came, went over, was answered, was done, hung up; in seconds since the picture begins. */
export type FloorCall = [number, number | null, number | null, number | null, number | null];

/** Callers and agents from moment to moment. */
export interface FloorChart extends Described {
  kind: "floor";
  x?: undefined;
  y?: undefined;
  /** Seconds after midnight, and how long. */
  begins: number;
  length: number;
  agents: number;
  vendor_agents: number;
  labels: Record<"line" | "own" | "vendor" | "gone", string>;
  calls: FloorCall[];
}

/** How far the first is ahead, and the weights it rests on. */
export interface LeadChart extends Described {
  kind: "lead";
  x: Axis;
  y?: undefined;
  points: { name: string; label: string; x: number }[];
  lead: Text | null;
  weights: Axis;
  bars: { label: string; value: number }[];
  handles: Handle[];
}

export type Chart = LineChart | BarChart | MapChart | RangeChart | PointChart | GridChart | FloorChart | LeadChart;

export interface Note {
  text: Text;
  /** A section of the book, "page#section". */
  reference: string | null;
}

export interface View {
  headline: Text;
  passage: Text | null;
  figures: Figure[];
  compared: Compared[];
  table: Table | null;
  charts: Chart[];
  notes: Note[];
  /** The share of a long run the view rests on; 1 where it is final. */
  progress: number;
  table_first: boolean;
}

interface Named extends Unit {
  name: string;
  label: string;
  /** One line of help. */
  explanation: string;
  needs: Need[];
}

/** A control has an effect only while one of the conditions holds: a control stands at one of the values, or at none. */
export interface Need {
  reason: string;
  any_of: { name: string; values: (string | number | boolean)[]; is_in: boolean }[];
}

export interface NumberControl extends Named {
  kind: "slider" | "number" | "player" | "logarithmic";
  default: number;
  pattern: string;
  low: number;
  high: number;
  step: number;
  decimals: number;
  /** The round numbers a logarithmic track leads to. */
  stops?: number[];
  /** What the button says that moves a slider on by a step, if it has one. */
  next_label?: string | null;
}

export interface TextControl extends Named {
  kind: "text" | "record";
  default: string;
  /** The most characters it may have. */
  longest: number;
}

export interface Option {
  value: string;
  label: string;
}

export interface ChoiceControl extends Named {
  kind: "choice";
  default: string;
  options: Option[];
}

export interface ManyOfControl extends Named {
  kind: "many-of";
  default: string[];
  options: Option[];
}

export interface SwitchControl extends Named {
  kind: "switch";
  default: boolean;
  /** Whether it looks like a button that stays pressed. */
  is_button: boolean;
}

export type Control = NumberControl | TextControl | ChoiceControl | ManyOfControl | SwitchControl;

export interface Group {
  title: string;
  is_open: boolean;
  controls: Control[];
}

export interface Preset {
  label: string;
  values: Values;
}

export interface Lab {
  name: string;
  title: string;
  purpose: string;
  question: string;
  groups: Group[];
  presets: Preset[];
  guess: Guess | null;
  scenes: Scene[];
}

/** A question, with all that is said to its answers; `values` show the answer. */
export interface ChoiceGuess {
  kind: "choice";
  question: Text;
  values: Values;
  options: { label: string; is_right: boolean; told: Text }[];
}

export interface NumberGuess {
  kind: "number";
  question: Text;
  values: Values;
  answer: Quantity;
  low: number;
  high: number;
  step: number;
  /** A guess no further off is told as near. */
  near: number;
  told: Record<"near" | "low" | "high", Text>;
}

export type Guess = ChoiceGuess | NumberGuess;

/** A step with one control to move; `told` speaks of the value `to`. */
export interface Scene {
  title: string;
  values: Values;
  control: string;
  to: Value;
  ask: Text;
  told: Text;
}

/** What an instructor asks of a lab: values that stay, controls out of sight, and a task in words. */
export interface Assignment {
  fixed: string[];
  hidden: string[];
  task: string;
  /** Whether the lab's guess is asked: "on", "off", or as the lab does by itself. */
  guess: string;
}

/** A control's name and its value in text, as an address holds them. */
export type NamedText = [name: string, text: string];

/** Where a long run stands: only Python reads it. */
export type State = unknown;

export interface Picture {
  values: Values;
  view: View;
  /** Null where the view is final. */
  state?: State;
  /** How numbers were read that can mean another one, too. */
  readings?: { name: string; message: Text }[];
  problems?: undefined;
}

/** Where a long run goes on from, without a picture of its own: the last one stays. */
export interface Step {
  values: Values;
  view: null;
  state: State;
  problems?: undefined;
}

export interface Problem {
  name: string;
  message: string;
}

/** A picture, or why the values cannot be used. */
export type Answer = Picture | { problems: Problem[] };

/** What callcentre.labs.answer gives. */
export type EngineAnswer = Picture | { problems: { name: string; message: Text }[] };

/** The words of a lab's frame, by name. */
export type Words = Record<string, string>;

export type DrawChart = (
  document: Document,
  chart: Chart,
  format: Format,
  width: "wide" | "narrow" | "small",
  prefix: string,
  pinned?: Pinned | null,
) => Element;

/** An earlier chart to compare with, and the word for it. */
export interface Pinned {
  chart: Chart;
  word: string;
}

/** What everything that draws a chart is handed: how large, for whom, and what is pinned behind it. */
export interface Drawing<Kind extends Chart = Chart> {
  document: Document;
  format: Format;
  size: { width: number; height: number; font: number; ticks: number };
  /** Keeps the ids of the chart's textures apart from those of others. */
  prefix: string;
  isNarrow: boolean;
  /** An earlier chart of the same kind, on the same axes. */
  pinned: { chart: Kind; word: string } | null;
}

/** What everything that makes a lab's DOM is handed. */
export interface Context {
  document: Document;
  format: Format;
  drawChart: DrawChart;
  /** The lab's id in the page. */
  id: string;
  words: Words;
  /** The relative address of the book's folder. */
  book: string;
  /** Titles by reference, "page#section". */
  sections: Record<string, string>;
  /** A view to compare the present one with. */
  pinned?: View | null;
  /** The charts in the page, by place, each with what it was drawn from, and what is still to be drawn of it. */
  drawn?: Map<number | "main", { asBefore: string; figure: HTMLElement; waiting: (() => void)[] }>;
}

/** What a lab is built from besides: the level of its title, and what an instructor asked. */
export interface BuildContext extends Context {
  heading: number;
  assignment: Assignment | null;
}

/** What the build leaves in the page for the script that brings a lab alive. */
export interface Frame {
  lab: Lab;
  words: Words;
  book: string;
  sections: Record<string, string>;
  assignment: Assignment | null;
  view: View;
}

/** Python files, compiled and packed, each with its path and length, as page/packs.py makes them. */
export interface Pack {
  files: string;
  lengths: [path: string, length: number][];
  /** What Python runs once it has them; for a lab's pack it finds the lab. */
  begin?: string;
}

/** What the engine sends its worker: a lab to load, with its pack, or a request. */
export interface Message {
  load?: string;
  pack?: Pack;
  request?: string;
}

/** What the worker answers; `failed` where it could not start. */
export interface Reply {
  id?: number;
  answer?: string;
  error?: string;
  failed?: string;
}

declare global {
  /** The file of each script a page loads beside the first, by part; the bundle writes it in. */
  const CALLCENTRE_FILES: Record<string, string>;

  /** Sphinx says in each page which it is. */
  const DOCUMENTATION_OPTIONS: { pagename: string };

  // What the other scripts leave in the page.
  var callcentreCharts: { drawChart: DrawChart };
  var callcentreEngine: () => void;
  var callcentreExercises: { bringAlive(runner: Runner): Promise<void> };
  var callcentreLive: { bringAlive(engine: Engine): Promise<void> };
  var callcentrePacks: Record<string, Pack>;
  var callcentreSearched: Record<string, Place[]>;
  /** English and the page's own language, where that is another. */
  var callcentreWords: Record<string, string> | undefined;
}
