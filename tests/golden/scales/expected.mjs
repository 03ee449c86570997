// Writes what d3 makes of many thousand domains, one line each: a word, its arguments, and the answer after a `|`.
// Numbers are written in full, so that the other side reads the same doubles.
import { writeFileSync } from "node:fs";
import { ticks } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";

// A small generator (mulberry32), so that every run asks the same questions.
let state = 20261121;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const below = (count) => Math.floor(random() * count);
const pick = (list) => list[below(list.length)];

// Round and unround numbers of all sizes, both signs, with domains that descend or have no width.
const magnitudes = [1e-12, 1e-6, 1e-3, 0.01, 0.1, 1, 1, 1, 10, 100, 1000, 1e6, 1e9, 1e12, 1e15];
const number = (magnitude) => {
  const value = (random() * 2 - 0.6) * magnitude;
  return pick([value, value, Math.round(value), Number(value.toPrecision(2)), 0]);
};
const domain = () => {
  const magnitude = pick(magnitudes);
  const low = number(magnitude);
  return [low, pick([number(magnitude), number(magnitude), low + magnitude * random() * 1e-3, low])];
};

const lines = [];
const ask = (word, questions, answers) => lines.push(`${word} ${questions.join(" ")} | ${answers.join(" ")}`);

for (let i = 0; i < 20000; ++i) {
  const [low, high] = domain();
  const count = pick([1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 0.5, 1.5, 7.3]);
  ask("ticks", [low, high, count], ticks(low, high, count));
  ask("nice", [low, high, count], scaleLinear([low, high], [0, 1]).nice(count).domain());
}
for (let i = 0; i < 5000; ++i) {
  const [low, high] = domain();
  const range = [number(100), number(1000)];
  const value = low + (high - low) * (random() * 1.4 - 0.2);
  ask("linear", [low, high, ...range, value], [scaleLinear([low, high], range)(value)]);
}
for (let i = 0; i < 2000; ++i) {
  const count = below(12);
  const names = Array.from({ length: count }, (_, index) => `name ${index}`);
  const start = Math.round(random() * 100);
  const end = start + random() * 800;
  const inner = pick([0, 0.1, 0.28, random()]);
  const outer = pick([0, 0.1, 0.5, random()]);
  const band = scaleBand(names, [start, end]).paddingInner(inner).paddingOuter(outer);
  ask("band", [count, start, end, inner, outer], [band.step(), band.bandwidth(), ...names.map(band)]);
}
writeFileSync(process.argv[2], lines.join("\n") + "\n");
console.log(`${lines.length} questions`);
