import { readFileSync } from 'node:fs'
import { readSamples } from './build/bodies'
import { sampleFiles } from './build/samples'
import { experimentsOn } from './build/fuzz/experiments'
import { loadTried } from './build/fuzz/tried-function'
import { fuzz } from './build/fuzz/run'
const code = readFileSync('/tmp/fz-bundle.js', 'utf8')
const muts: [string, string, string][] = [
  ['TypeError', 'if (!Array.isArray(list)) throw unusable(', 'if (false) throw unusable('],
  ['emit then throw', 'if (calls.length === 0) throw errorOf(rejections);', 'if (calls.length === 0) { Segment.track({ event: "x", anonymousId: "a" }); throw errorOf(rejections); }'],
  ['nothing emitted', 'if (calls.length === 0) throw errorOf(rejections);', ''],
  ['shape shows value', 'function shapeOf(value) {', 'function shapeOf(value) { if (typeof value === "string" && value.length < 20) return JSON.stringify(value);'],
  ['shape shows number', 'function shapeOf(value) {', 'function shapeOf(value) { if (typeof value === "number") return "the number " + value;'],
  ['spelling order', ' || order === best.order && raw > best.raw', ''],
  ['delivery dropped in place', 'const copy = sanitize(event, (key, value) => isLeftOut2?.(key) ? void 0 : value);', 'const copy = isLeftOut2 ? sanitize(event, (key, value) => isLeftOut2?.(key) ? void 0 : value) : event;'],
  ['number for an identifier', 'return Number.isSafeInteger(value) ? String(value) : void 0;', 'return Number.isSafeInteger(value) ? value : void 0;'],
  ['blank text', 'return value.trim() || void 0;', 'return value.trim();'],
  ['placeholder ids blank', 'placeholder.test(id) || ', ''],
  ['bigger calls', 'var largestCall = 32e3;', 'var largestCall = 33e3;'],
  ['retry_count counts', ', "retrycount"', ''],
  ['wrapper delivery counts', 'dropDeliveryFields(wrapperOf(copy) ?? {});', ''],
  ['ids without content', 'if (isCanonical2 && isLeftOut2 === void 0) return JSON.stringify(event);', 'return "";'],
  ['ids without type', 'const names = [reading.get(merchantId) ?? null, type];', 'const names = [reading.get(merchantId) ?? null, ""];'],
  ['ids without merchant', 'const names = [reading.get(merchantId) ?? null, type];', 'const names = [null, type];'],
  ['pin', '\t"pin",\n', ''],
  ['friend', 'function isFriend(name) {', 'function isFriend(name) { return false;'],
  ['proto', 'var ignoredKeys = new Set(["__proto__", "constructor", "prototype"]);', 'var ignoredKeys = new Set();'],
  ['too long text', 'function isTooLong(text2, most = longestText) {', 'function isTooLong(text2, most = longestText) { return false;'],
  ['type quote 200', 'return Array.from(JSON.stringify(type)).slice(0, 100).join("");', 'return Array.from(JSON.stringify(type)).slice(0, 200).join("");'],
  ['code as key', 'if (code !== void 0) return isUsableAsKey(code) ? code : void 0;', 'if (code !== void 0) return code;'],
  ['depth unlimited', 'if (level > deepest) {', 'if (level > 1e9) {'],
  ['envelope time', 'const hasTime = reading?.hasOwn(eventTime) ?? false;', 'const hasTime = true;'],
  ['found first', 'return key < first2.key ?', 'return true ?'],
  ['prototype key written', 'if (keyOf(raw).ignored || isNeverEmitted(raw)) return void 0;', 'if (isNeverEmitted(raw)) return void 0;'],
  ['canonical too often', '!isUsableAsKey(raw) || isDeliveryField(raw)', 'false'],
  ['wallet trait key', ' && !(name in traits)', ''],
  ['sort of wallets', 'return wallets2.sort((left, right) => {', 'return wallets2; wallets2.sort((left, right) => {'],
  ['merge of wallets', '{ ...sent, ...earlier }', '{ ...earlier, ...sent }'],
  ['infinite number', 'return isNumber && Math.abs(Number(value)) <= most ? Number(value) + 0 : void 0;', 'return isNumber ? Number(value) : void 0;'],
  ['day offset', 'return offset === ask((day + 1) * dayLength) ? offset : void 0;', 'return offset;'],
  ['second of repeated', 'if (before === after || offsetAt(first2) === before) return first2;', 'if (before === after) return first2;'],
]
void (async () => {
  const experiments = experimentsOn(readSamples(sampleFiles('test/webhooks')))
  const only = process.argv[2]
  for (const [name, from, to] of muts) {
    if (only && !name.includes(only)) continue
    if (!code.includes(from)) { console.log('NOT FOUND', name); continue }
    const broken = code.replace(from, to)
    const out: string[] = []
    try {
      for (const e of experiments) {
        const f = await fuzz(e, { code: broken, handle: loadTried(broken) }, { runs: 1000, seed: 42 })
        out.push(f.counterexample ? `${e.name}@${f.runs}: ${f.counterexample.broken.slice(0, 60)}` : `${e.name} -`)
      }
    } catch (error) { out.push(String(error).slice(0, 100)) }
    console.log(name.padEnd(30), out.join(' | '))
  }
})()
