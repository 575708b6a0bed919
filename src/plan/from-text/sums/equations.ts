/** What the things of a build have to do with one another: from any but one of an equation the last follows. */

export type Quantity =
  | "site power"
  | "IT power"
  | "overhead power"
  | "PUE"
  | "load"
  | "time"
  | "energy"
  | "energy price"
  | "bill"
  | "bill a year"
  | "carbon"
  | "CO2"
  | "water per kWh"
  | "water"
  | "sites"
  | "power of each site"
  | "chips"
  | "racks"
  | "chips in a rack"
  | "chips at each site"
  | "racks at each site"
  | "power of each chip"
  | "power of each rack"
  | "overheads"
  | "chips per GW"
  | "racks per GW"
  | "cost"
  | "cost per GW"
  | "share of the cost"
  | "hardware"
  | "price of each chip"
  | "price of each rack"
  | "cost per chip"
  | "cost per rack"
  | "hourly price"
  | "hours sold"
  | "chip-hours"
  | "revenue a year"
  | "revenue"
  | "shares"
  | "share price"
  | "strike"
  | "gain per share"
  | "value";

export type Equation = { whole: Quantity; parts: readonly Quantity[]; by: "product" | "sum" };

const product = (whole: Quantity, ...parts: Quantity[]): Equation => ({ whole, parts, by: "product" });
const sum = (whole: Quantity, ...parts: Quantity[]): Equation => ({ whole, parts, by: "sum" });

export const EQUATIONS: readonly Equation[] = [
  product("site power", "IT power", "PUE"),
  sum("site power", "IT power", "overhead power"),
  product("site power", "sites", "power of each site"),
  product("energy", "site power", "time", "load"),
  product("bill", "energy", "energy price"),
  product("bill", "bill a year", "time"),
  product("CO2", "energy", "carbon"),
  product("water", "energy", "water per kWh"),
  product("chips", "racks", "chips in a rack"),
  product("chips", "sites", "chips at each site"),
  product("racks", "sites", "racks at each site"),
  product("IT power", "chips", "power of each chip", "overheads"),
  product("IT power", "racks", "power of each rack", "overheads"),
  product("chips", "site power", "chips per GW"),
  product("racks", "site power", "racks per GW"),
  product("cost", "site power", "cost per GW"),
  product("hardware", "cost", "share of the cost"),
  product("hardware", "chips", "price of each chip"),
  product("hardware", "racks", "price of each rack"),
  product("price of each rack", "chips in a rack", "price of each chip"),
  product("cost", "chips", "cost per chip"),
  product("cost", "racks", "cost per rack"),
  product("chip-hours", "chips", "time", "hours sold"),
  product("revenue", "chip-hours", "hourly price"),
  product("hardware", "chip-hours", "hourly price"),
  product("revenue a year", "chips", "hourly price", "hours sold"),
  product("revenue", "revenue a year", "time"),
  sum("share price", "strike", "gain per share"),
  product("value", "shares", "gain per share"),
];

/** What is left out where nobody speaks of it: hardware runs in all hours, there are no overheads, options cost nothing. */
export const NEUTRAL: Readonly<Partial<Record<Quantity, string>>> = {
  load: "1",
  "hours sold": "1",
  overheads: "1",
  PUE: "1",
  strike: "0 USD/share",
};
