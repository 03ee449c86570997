// Third-party readers of what makes a site found, shared and cited. Each says how much it looked at; nothing is a fault.
// usage: judge.mjs SITE BASE_URL EDITION     SITE is a built site, EDITION the one at its root
import { readdirSync, readFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import { parseAtomFeed } from 'feedsmith'
import { lexer } from 'marked'
import ts from 'typescript'

const here = fileURLToPath(new URL('.', import.meta.url))
const [site, base, edition] = process.argv.slice(2)
const complaints = []
const complain = (file, words) => complaints.push(`${file}: ${words}`)
const looked = {}
const count = (what, number = 1) => { looked[what] = (looked[what] ?? 0) + number }
const read = path => readFileSync(join(site, path), 'utf8')
const files = readdirSync(site, { recursive: true })
const pages = files.filter(path => path.endsWith('.html') && !/(^|\/)embed\/|(^|\/)(404|paper)\.html$/.test(path))

const decoded = text => text.replace(/&#x([0-9a-f]+);/gi, (_, n) => String.fromCodePoint(parseInt(n, 16))).replace(/&#(\d+);/g, (_, n) => String.fromCodePoint(n))
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const between = (text, begin, end) => { const at = text.indexOf(begin); return at < 0 ? null : text.slice(at + begin.length, text.indexOf(end, at + begin.length)) }
const metas = html => Object.fromEntries([...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name, content]) => [name, decoded(content)]))

// ---- JSON-LD, held against schema.org's vocabulary as types: whatever the compiler does not know is not in it.
const shapes = new Map()
for (const path of pages) {
  const html = read(path)
  const block = between(html, '<script type="application/ld+json">', '</script>')
  if (block === null) {
    if (!html.includes('http-equiv="refresh"')) complain(path, 'has no linked data')
    continue
  }
  const data = JSON.parse(block)
  count('pages with linked data')
  // Names differ from page to page: what types and keys there are is looked at once.
  const shape = JSON.stringify(data['@graph'], (key, value) => typeof value === 'string' && key !== '@type' ? '' : Array.isArray(value) && key !== '@graph' ? value.slice(0, 1) : value)
  if (!shapes.has(shape)) shapes.set(shape, [path, data])
  for (const thing of data['@graph']) {
    count(thing['@type'])
    for (const file of thing.distribution ?? []) {
      const target = file.contentUrl.startsWith(base) ? file.contentUrl.slice(base.length) : normalize(join(dirname(path), file.contentUrl))
      const from = /^editions\/[^/]+\//.exec(path)?.[0] ?? ''
      if (!existsSync(join(site, target)) && !existsSync(join(site, from + target))) complain(path, `offers ${file.contentUrl}, which is not there`)
    }
    if (thing['@type'] === 'Dataset' && !(thing.name && thing.description && thing.distribution.length > 0)) complain(path, 'its data are not described')
    if (thing['@type'] === 'Dataset') {
      // What those who index data sets ask for.
      const length = [...thing.description].length
      if (length < 50 || length > 5000) complain(path, `its data are described in ${length} characters`)
      if (thing.temporalCoverage && !/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/.test(thing.temporalCoverage)) complain(path, `its data are of ${thing.temporalCoverage}`)
      if (!thing.includedInDataCatalog?.url) complain(path, 'its data are in no catalogue')
      count('sources of data sets', thing.isBasedOn?.length ?? 0)
    }
    if (thing['@type'] === 'BreadcrumbList' && thing.itemListElement.some((step, i) => step.position !== i + 1)) complain(path, 'its way does not count')
  }
}
const folder = mkdtempSync(join(here, '.types-'))
const source = join(folder, 'data.ts')
writeFileSync(source, "import type { Graph } from 'schema-dts'\n" + [...shapes.values()].map(([path, data], i) => `// ${path}\nexport const page${i}: Graph = ${JSON.stringify(data, null, 1)}\n`).join(''))
const program = ts.createProgram([source], { strict: true, noEmit: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022 })
for (const found of ts.getPreEmitDiagnostics(program)) complain('linked data', ts.flattenDiagnosticMessageText(found.messageText, '\n').slice(0, 500))
rmSync(folder, { recursive: true })
count('shapes of linked data', shapes.size)

// ---- The head: description, Open Graph, pictures.
for (const path of pages) {
  const html = read(path)
  const meta = metas(html)
  if (html.includes('http-equiv="refresh"')) continue
  if (!(meta.description?.length > 0 && meta.description.length < 320)) complain(path, `its description has ${meta.description?.length} characters`)
  if (base && meta['og:url'] !== decoded(between(html, '<link rel="canonical" href="', '"') ?? '')) complain(path, 'og:url is not its canonical address')
  if (base && !(meta['og:title'] && meta['og:description'] && meta['twitter:card'])) complain(path, 'lacks what shows where it is shared')
  if (meta['og:image']) {
    const picture = readFileSync(join(site, meta['og:image'].slice(base.length)))
    if (picture.readUInt32BE(0) !== 0x89504e47 || picture.readUInt32BE(16) !== 1200 || picture.readUInt32BE(20) !== 630) complain(path, 'its picture is not one of 1200 × 630')
    if (picture.length > 300_000) complain(path, `its picture has ${picture.length} bytes`)
    if (!meta['og:image:alt']) complain(path, 'its picture has no words')
    if (!/^[a-z]{2,3}_[A-Z]{2}$/.test(meta['og:locale'])) complain(path, `its language is ${meta['og:locale']}`)
    count('pictures')
  }
}

// ---- Icons.
for (const [path, size] of [['icon-192.png', 192], ['icon-512.png', 512], ['apple-touch-icon.png', 180]]) {
  const picture = readFileSync(join(site, path))
  if (picture.readUInt32BE(16) !== size) complain(path, 'has another size')
}
const ico = readFileSync(join(site, 'favicon.ico'))
for (let i = 0; i < ico.readUInt16LE(4); ++i) {
  const png = ico.subarray(ico.readUInt32LE(6 + 16 * i + 12)).subarray(0, ico.readUInt32LE(6 + 16 * i + 8))
  if (png.readUInt32BE(0) !== 0x89504e47 || png.readUInt32BE(16) !== ico[6 + 16 * i]) complain('favicon.ico', `its picture ${i} is broken`)
  count('icons')
}

// ---- Feeds.
const feeds = files.filter(path => /(^|\/)feed\.xml$/.test(path))
for (const path of feeds) {
  const checked = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', join(here, 'atom.rng'), join(site, path)], { encoding: 'utf8' })
  if (checked.status !== 0) complain(path, checked.stderr)
  const feed = parseAtomFeed(read(path))
  const ids = feed.entries.map(entry => entry.id)
  if (new Set([feed.id, ...ids]).size !== ids.length + 1) complain(path, 'two things have one id')
  if (!feed.entries.some(entry => entry.id.includes(`/editions/${edition}/`))) complain(path, 'does not tell of this edition')
  const addresses = [...feed.links, ...feed.entries.flatMap(entry => entry.links)].map(link => link.href)
  const told = feed.entries.flatMap(entry => [...(entry.content?.value ?? entry.content ?? '').matchAll(/href="([^"]*)"/g)].map(match => match[1]))
  for (const address of [...addresses, ...told])
    if (!address.startsWith(base) || !existsSync(join(site, decodeURIComponent(address.slice(base.length))))) complain(path, `${address} leads nowhere`)
  count('entries of feeds', feed.entries.length)
}

// ---- Citations: three formats, read by others, that say the same.
for (const path of pages.filter((_, i) => i % 17 === 0)) {
  const html = read(path)
  const [bibtex, ris, csl] = ['BibTeX', 'RIS', 'CSL-JSON'].map(name => decoded((between(html, `<h2>${name}</h2>`, '</pre>') ?? '').split('<pre class="to-copy">')[1] ?? ''))
  if (!html.includes('<details class="citing"')) continue
  const title = metas(html)['og:title']
  const said = [['BibTeX', bibtex, '@bibtex/text'], ['RIS', ris, '@ris/file'], ['CSL-JSON', csl, undefined]].map(([name, text, type]) => {
    const [reference] = new Cite(text, type ? { forceType: type } : {}).data
    return [name, { title: reference.title?.replaceAll(/<[^>]+>/g, ''), year: String(reference.issued?.['date-parts']?.[0]?.[0]), address: reference.URL, author: reference.author?.[0]?.literal ?? reference.author?.[0]?.family }]
  })
  const [, last] = said.at(-1)
  for (const [name, one] of said) if (JSON.stringify(one) !== JSON.stringify(last)) complain(path, `${name} says ${JSON.stringify(one)}, CSL-JSON ${JSON.stringify(last)}`)
  if (title && last.title !== title) complain(path, `cites '${last.title}', and is called '${title}'`)
  count('citations')
}

// ---- Companions: every figure of the page, and links that lead somewhere.
const plain = text => text.replaceAll(/\\([\\`*_[\]<|])/g, '$1').replaceAll(/\s+/g, ' ')
for (const path of pages) {
  const html = read(path)
  const companion = between(html, '<link rel="alternate" type="text/markdown" href="', '"')
  if (companion === null) continue
  const file = normalize(join(dirname(path), companion))
  if (!file.endsWith('.md')) { complain(path, `its companion is '${companion}'`); continue }
  const text = read(file)
  const body = text.slice(text.indexOf('\n---\n') + 5)
  count('companions')
  const tokens = lexer(body)
  if (!tokens.some(token => token.type === 'heading' && token.depth === 1)) complain(file, 'has no title')
  const words = plain(body)
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  for (const [, value] of main.matchAll(/<a class="datum"[^>]*>([^<]+)<\/a>/g)) {
    count('figures in companions')
    if (!words.includes(plain(decoded(value)))) { complain(file, `lacks the figure ${value}`); break }
  }
  const tables = tokens.filter(token => token.type === 'table').length
  const drawn = [...main.matchAll(/<table/g)].length
  if (tables < drawn) complain(file, `has ${tables} tables, its page ${drawn}`)
  const follow = list => {
    for (const token of list) {
      if (token.type === 'link' && !/^(https?|mailto):/.test(token.href) && !existsSync(join(site, dirname(file), decodeURIComponent(token.href.split('#')[0])))) complain(file, `${token.href} leads nowhere`)
      if (token.type === 'html') complain(file, `has markup: ${token.raw.slice(0, 60)}`)
      for (const inner of [token.tokens, token.items, token.header, ...(token.rows ?? [])]) if (Array.isArray(inner)) follow(inner)
    }
  }
  follow(tokens)
}
for (const path of files.filter(path => /(^|\/)llms\.txt$/.test(path))) {
  const tokens = lexer(read(path))
  if (tokens[0].type !== 'heading' || tokens[0].depth !== 1) complain(path, 'does not begin with its title')
  for (const [, address] of read(path).matchAll(/^- \[.*?\]\((.*?)\)/gm)) {
    const target = address.startsWith(base) && base ? address.slice(base.length) : normalize(join(dirname(path), address))
    if (!existsSync(join(site, target))) complain(path, `${address} is not there`)
    count('links of guides')
  }
}

for (const what of ['pages with linked data', 'BreadcrumbList', 'WebSite', 'Report', 'Dataset', 'icons', 'citations', 'companions', 'figures in companions', 'links of guides', ...(base ? ['pictures', 'entries of feeds'] : [])])
  if (!looked[what]) complain('judge', `looked at no ${what}`)
console.log(complaints.slice(0, 40).join('\n') || Object.entries(looked).map(([what, number]) => `${number} ${what}`).join(', '))
process.exit(complaints.length > 0 ? 1 : 0)
