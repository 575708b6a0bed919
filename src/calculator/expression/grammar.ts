/** Tokens and grammar of expressions. It imports its parser library, so it is loaded only when an expression comes. */
import { createToken, EmbeddedActionsParser, type IToken, Lexer } from "chevrotain";
import { UNIT_WORDS } from "../units.ts";
import type { Expression, FunctionName, RecordPart } from "./expression.ts";

const escaped = UNIT_WORDS.map((word) => word.replace(/[-]/g, "\\-"));
const unitPattern = new RegExp(`(?:${escaped.join("|")})s?(?![a-z_0-9])`, "i");

const Space = createToken({ name: "Space", pattern: /\s+/, group: Lexer.SKIPPED });
const Currency = createToken({ name: "Currency", pattern: /US\$|[$€£]/i });
const NumberLiteral = createToken({
  name: "Number",
  pattern: /\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,4})?/i,
});
const Scale = createToken({
  name: "Scale",
  pattern: /(?:thousand|millions?|billions?|trillions?|bn|mm|mn|trn|tn|k|m|b|t)(?![a-z_])/i,
});
/** A hyphen without spaces between two numbers, a dash, or "to" before a number: both ends of a range. */
const RangeDash = createToken({
  name: "RangeDash",
  pattern: /(?<=[\dkmbtn])-(?=[$€£]?\.?\d)|[–—]|to(?=\s*(?:US\$|[$€£])?\s?\d)/i,
});
const PlusMinus = createToken({ name: "PlusMinus", pattern: /±|\+\s?\/\s?-|plus or minus|give or take/i });
const Plus = createToken({ name: "Plus", pattern: /\+|plus\b/i });
const Minus = createToken({ name: "Minus", pattern: /-|−|minus\b/i });
const PowerSign = createToken({ name: "Power", pattern: /\^|\*\*/ });
const Times = createToken({ name: "Times", pattern: /[*×·]|x(?![a-z])|times\b|multiplied by|at\b|of\b/i });
const Divided = createToken({ name: "Divided", pattern: /÷|divided by|over\b/i });
const Slash = createToken({ name: "Slash", pattern: /\/|per\b/i });
const Open = createToken({ name: "Open", pattern: /\(/ });
const Close = createToken({ name: "Close", pattern: /\)/ });
const Comma = createToken({ name: "Comma", pattern: /,/ });
const Percent = createToken({ name: "Percent", pattern: /%|percent\b|per cent\b/i });
const Into = createToken({ name: "Into", pattern: /(?:in|into|to|as)\b/i });
const RecordName = createToken({
  name: "Record",
  pattern: /@[a-z0-9]+(?:-[a-z0-9]+)*(?::[a-z0-9]+(?:-[a-z0-9]+)*)?(?:\.(?:low|mid|high|value|capacity))?/,
});
const Step = createToken({ name: "Step", pattern: /#\d{1,2}/ });
const Function_ = createToken({ name: "Function", pattern: /(?:low|mid|high|annuity)(?=\()/ });
const Unit = createToken({ name: "Unit", pattern: unitPattern });

// Of two that fit the first wins: "per cent" before "per", "to 5" before "to", units after the words of arithmetic.
const tokens = [
  Space,
  RecordName,
  Step,
  Function_,
  Currency,
  NumberLiteral,
  RangeDash,
  PlusMinus,
  Percent,
  Plus,
  Minus,
  PowerSign,
  Times,
  Divided,
  Slash,
  Open,
  Close,
  Comma,
  Into,
  Unit,
  Scale,
];
const lexer = new Lexer(tokens, { positionTracking: "onlyOffset", skipValidations: true });

const SCALES: Readonly<Record<string, number>> = { k: 1e3, t: 1e12, m: 1e6, b: 1e9 };
const scaleOf = (word: string): number => SCALES[word.charAt(0).toLowerCase()] ?? 1;
const scaleFactor = (word: string): number => (/^th/i.test(word) ? 1e3 : scaleOf(word));

type Ends = { currency: string; value: number; scale: string };

class ExpressionParser extends EmbeddedActionsParser {
  constructor() {
    super(tokens, { maxLookahead: 3, skipValidations: true });
    this.performSelfAnalysis();
  }

  /** The sign that a token stands for. */
  private sign<S extends string>(_token: IToken, sign: S): S {
    return sign;
  }

  readonly expression = this.RULE("expression", (): Expression => {
    let out = this.SUBRULE(this.sum);
    this.OPTION(() => {
      this.CONSUME(Into);
      const unit = this.SUBRULE(this.unit);
      out = { type: "convert", of: out, unit };
    });
    return out;
  });

  readonly sum = this.RULE("sum", (): Expression => {
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.sign(this.CONSUME(Plus), "+" as const) },
        { ALT: () => this.sign(this.CONSUME(Minus), "-" as const) },
      ]);
      const right = this.SUBRULE2(this.product);
      left = { type: "binary", operator, left, right };
    });
    return left;
  });

  readonly product = this.RULE("product", (): Expression => {
    let left = this.SUBRULE(this.factor);
    this.MANY(() => {
      const operator = this.OR([
        { ALT: () => this.sign(this.CONSUME(Times), "*" as const) },
        { ALT: () => this.sign(this.CONSUME(Divided), "/" as const) },
        { ALT: () => this.sign(this.CONSUME(Slash), "/" as const) },
      ]);
      const right = this.SUBRULE2(this.factor);
      left = { type: "binary", operator, left, right };
    });
    return left;
  });

  readonly factor: () => Expression = this.RULE(
    "factor",
    (): Expression =>
      this.OR([
        {
          ALT: (): Expression => {
            this.CONSUME(Minus);
            return { type: "negate", of: this.SUBRULE(this.factor) };
          },
        },
        {
          ALT: () => {
            let out = this.SUBRULE(this.atom);
            this.OPTION(() => {
              this.CONSUME(PowerSign);
              const right = this.SUBRULE2(this.factor);
              out = { type: "binary", operator: "^", left: out, right };
            });
            this.OPTION2(() => {
              this.CONSUME(PlusMinus);
              const by = this.SUBRULE2(this.atom);
              out = { type: "spread", of: out, by };
            });
            return out;
          },
        },
      ]),
  );

  readonly atom = this.RULE(
    "atom",
    (): Expression =>
      this.OR([
        { ALT: () => this.SUBRULE(this.literal) },
        {
          ALT: () => {
            this.CONSUME(Open);
            const inner = this.SUBRULE(this.expression);
            this.CONSUME(Close);
            return inner;
          },
        },
        {
          ALT: (): Expression => {
            const [id = "", part] = this.CONSUME(RecordName).image.slice(1).split(".");
            return { type: "record", id, part: (part as RecordPart | undefined) ?? null };
          },
        },
        {
          ALT: (): Expression => ({ type: "step", index: Number(this.CONSUME(Step).image.slice(1)) }),
        },
        {
          ALT: (): Expression => {
            const name = this.CONSUME(Function_).image as FunctionName;
            const given: Expression[] = [];
            this.CONSUME2(Open);
            this.AT_LEAST_ONE_SEP({ SEP: Comma, DEF: () => given.push(this.SUBRULE2(this.expression)) });
            this.CONSUME2(Close);
            return { type: "call", name, given };
          },
        },
      ]),
  );

  /** "$50-60B/GW", "4.5 GW", "160M shares", "10%". */
  readonly literal = this.RULE("literal", (): Expression => {
    const first = this.SUBRULE(this.number);
    let unitText = "";
    this.OPTION(() => {
      unitText = this.SUBRULE(this.word);
    });
    let second: Ends | null = null;
    let dash = "";
    this.OPTION2(() => {
      dash = this.CONSUME(RangeDash).image;
      second = this.SUBRULE2(this.number);
      this.OPTION3(() => {
        unitText = this.SUBRULE2(this.word);
      });
    });
    this.MANY({
      // "/ GW" belongs to the unit, "/ 4.5 GW" divides.
      GATE: () => this.LA(2).tokenType === Unit,
      DEF: () => {
        this.CONSUME(Slash);
        unitText += `/${this.SUBRULE3(this.word)}`;
      },
    });
    return this.ACTION(() => literalOf(first, second, dash, unitText));
  });

  readonly number = this.RULE("number", (): Ends => {
    let currency = "";
    let scale = "";
    this.OPTION(() => {
      currency = this.CONSUME(Currency).image;
    });
    const value = this.CONSUME(NumberLiteral).image;
    this.OPTION2(() => {
      scale = this.CONSUME(Scale).image;
    });
    return { currency, value: Number(value.replaceAll(",", "")), scale };
  });

  readonly word = this.RULE("word", (): string =>
    this.OR([{ ALT: () => this.CONSUME(Unit).image }, { ALT: () => this.sign(this.CONSUME(Percent), "%") }]),
  );

  readonly unit = this.RULE("unit", (): string => {
    let out = this.OR([{ ALT: () => this.SUBRULE(this.word) }, { ALT: () => this.CONSUME(Currency).image }]);
    this.MANY(() => {
      this.CONSUME(Slash);
      out += `/${this.SUBRULE2(this.word)}`;
    });
    return out;
  });
}

/** A scale or currency on one end holds for both: "$50-60B" is fifty to sixty billion dollars. */
function literalOf(first: Ends, second: Ends | null, dash: string, unitText: string): Expression {
  const scales = [first.scale || second?.scale || "", second?.scale || first.scale];
  const low = first.value * (scales[0] ? scaleFactor(scales[0]) : 1);
  const high = second ? second.value * (scales[1] ? scaleFactor(scales[1]) : 1) : low;
  const currency = first.currency || second?.currency || "";
  const bare = !currency && !unitText && !scales[0];
  // "10-5" without a unit takes away; with one, or rising, it is a range.
  if (second && dash === "-" && bare && low > high)
    return { type: "binary", operator: "-", left: numberOf(low), right: numberOf(high) };
  const big = /^(?:b|t(?!h))/i.test(scales[0] ?? "");
  const perPower = /^\/(?:[kmgt]?w|gig|[kmg]\w+watt)/i.test(unitText);
  const assumedUsd = !currency && ((big && (unitText === "" || unitText.startsWith("/"))) || (perPower && !bare));
  const unit =
    currency || assumedUsd
      ? `${currency || "USD"}${unitText === "" || unitText.startsWith("/") ? "" : "/"}${unitText}`
      : unitText;
  // "$75 dollars" and "€5 euros" say the currency twice.
  const said = /^(US\$|[$€£])\/(dollar|usd|euro|eur|pound|gbp|buck)s?\b(.*)$/i.exec(unit);
  return { type: "literal", low, high, unit: said ? `${said[2]}${said[3]}` : unit, assumedUsd };
}

const numberOf = (value: number): Expression => ({
  type: "literal",
  low: value,
  high: value,
  unit: "",
  assumedUsd: false,
});

const parser = new ExpressionParser();

/** The tree, or the place in the text where it stops making sense. @public Loaded by parse-expression.ts on first need. */
export function parseTokens(text: string): { tree: Expression } | { failsAt: number } {
  const { tokens: found, errors } = lexer.tokenize(text);
  if (errors[0]) return { failsAt: errors[0].offset };
  parser.input = found;
  const tree = parser.expression();
  const problem = parser.errors[0];
  if (problem) return { failsAt: offsetOf(problem.token, text) };
  return { tree };
}

const offsetOf = (token: IToken, text: string): number =>
  Number.isFinite(token.startOffset) ? token.startOffset : text.length;
