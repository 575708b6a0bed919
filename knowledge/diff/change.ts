import type { Figure, PartialDate, Point, Rate, Status } from "../schema.ts";

/** The record that changed; `name` is as it is named now, or was before it went. */
export type Subject = {
  folder:
    | "deals"
    | "metrics"
    | "topics"
    | "rates"
    | "glossary"
    | "organisations"
    | "people"
    | "sources"
    | "modelPrices";
  id: string;
  name: string;
};

/** A figure of a deal or a point of a metric. */
export type FigureAmount = Pick<Figure | Point, "low" | "high" | "qualifier" | "unit" | "per" | "counted">;
export type RateAmount = Pick<Rate, "low" | "mid" | "high" | "unit">;

/** A deal that came or went says how firm and how big it is. */
type RecordChange = {
  kind: "new-record" | "removed-record";
  status: Status | null;
  headlines: readonly FigureAmount[];
};

type StatusMove = {
  kind: "status";
  from: Status;
  to: Status;
  /** Of the event that made it so. */
  date: PartialDate;
};

type FigureChange = {
  kind: "figure";
  /** Its id within the record. */
  figure: string;
  /** Null where the figure is new. */
  before: FigureAmount | null;
  /** Null where the figure no longer holds, or no longer stands. */
  after: FigureAmount | null;
  /** Of the event or point that set or ended it; null where a record was mended instead. */
  date: PartialDate | null;
};

type RateChange = { kind: "rate"; before: RateAmount; after: RateAmount };

type Told = { date: PartialDate; text: string };
/** Null where it is new, or no longer told. */
type EventChange = { kind: "event"; before: Told | null; after: Told | null };

/** An entry of a list that came or went, in words: a fact, a party, a relation, a flow, a source. */
type EntryChange = { kind: "entry"; list: string; before: string | null; after: string | null };

type FieldChange = { kind: "field"; field: string; before: string | null; after: string | null };

export type WhatChanged =
  | RecordChange
  | StatusMove
  | FigureChange
  | RateChange
  | EventChange
  | EntryChange
  | FieldChange;
export type Change = Subject & WhatChanged;
