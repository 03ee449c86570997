// Third-party readers of everything below data/ of a site: each must find in its format what the CSV files say.
// usage: judge.mjs SITE [--country nl|de]      SITE is a built site; the shapes of a country are tried where they are given.
//
// REGIOSCOPE_STANDARDS may name a folder with the standards' own files, which are not ours to ship: datapackage.json (the profile of
// Data Package 2.0) and dcat-ap/, dcat-ap-nl/, dcat-ap-de/ (their SHACL shapes). Without it our own shapes have to do.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import jsonld from 'jsonld'
import { JsonLdParser } from 'jsonld-streaming-parser'
import JSONstat from 'jsonstat-toolkit'
import { Parser } from 'n3'
import rdf from 'rdf-ext'
import CsvwParser from 'rdf-parser-csvw'
import SHACLValidator from 'rdf-validate-shacl'
import { csvw } from './csvw_context.mjs'

const XLSX = createRequire(import.meta.url)('xlsx')
const here = fileURLToPath(new URL('.', import.meta.url))
const [site, , country] = process.argv.slice(2)
// A kept edition's catalogue names its files from the root of the whole site.
const root = site.replace(/\/editions\/[^/]+\/?$/, '')
const standards = process.env.REGIOSCOPE_STANDARDS
const complaints = []
const complain = (file, words) => complaints.push(`${file}: ${words}`)
const read = path => readFileSync(join(site, path), 'utf8')
const files = folder => readdirSync(join(site, folder), { recursive: true }).map(path => join(folder, path)).filter(path => statSync(join(site, path)).isFile()).sort()
const rowsOf = path => parse(read(path), { columns: true, relax_column_count: false })

// Every step says how much it looked at, and looking at nothing is a fault.
const looked = {}
const count = (what, number = 1) => { looked[what] = (looked[what] ?? 0) + number }

const languages = JSON.parse(read('data/observations.csv-metadata.json'))['dc:language']
const prefixes = languages.map((language, i) => i === 0 ? '' : `${language}/`)
const observations = rowsOf('data/observations.csv')
// A language of the awkward project has hardly any words: nothing is labelled in it.
const labelled = languages.filter(language => language !== 'fr')
const groupBy = (rows, keyOf) => {
  const groups = new Map()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}
const isNumber = text => /^-?\d+(\.\d+)?$/.test(text)

// ---- CSV on the Web

const loader = { load: async url => { assert.equal(url, 'http://www.w3.org/ns/csvw'); return csvw } }
const quadsOfJsonLd = (text, baseIRI, documentLoader = { load: async url => { throw new Error(`asks for ${url}`) } }) =>
  new Promise((resolve, reject) => {
    const quads = []
    const parser = new JsonLdParser({ baseIRI, documentLoader })
    parser.on('data', quad => quads.push(quad)).on('error', reject).on('end', () => resolve(quads))
    parser.end(text)
  })

async function judgeDescription (path) {
  const table = path.replace('-metadata.json', '')
  const description = JSON.parse(read(path))
  const lines = parse(read(table))
  const names = description.tableSchema.columns.map(column => column.name)
  if (lines[0].join() !== names.join()) complain(path, `tells of ${names.join()}, the file begins with ${lines[0].join()}`)
  for (const column of description.tableSchema.columns) {
    const said = column['rdfs:label'].map(label => label['@language'])
    if (said.join() !== labelled.join()) complain(path, `${column.name} has labels in ${said.join()}`)
    if (!/^[A-Za-z0-9_]+$/.test(column.name)) complain(path, `${column.name} is no name`)
  }
  const base = `https://site.test/${table}`
  const metadata = rdf.dataset(await quadsOfJsonLd(read(path), base, loader))
  const parser = new CsvwParser({ metadata, baseIRI: base, factory: rdf, timezone: 'utc' })
  const quads = await rdf.dataset().import(parser.import(Readable.from([read(table)])))
  const subjects = new Set([...quads].map(quad => quad.subject.value).filter(subject => subject.startsWith(`${base}#`) && !/#row=\d+$/.test(subject)))
  if (description.tableSchema.primaryKey && subjects.size !== lines.length - 1) complain(path, `${subjects.size} addresses of ${lines.length - 1} rows`)
  for (const quad of quads) {
    const type = quad.object.datatype?.value
    if (type === 'http://www.w3.org/2001/XMLSchema#decimal' && !isNumber(quad.object.value)) complain(path, `${quad.object.value} is no decimal`)
  }
  for (const [i, column] of description.tableSchema.columns.entries()) {
    if (!column.datatype.format) continue
    const pattern = new RegExp(`^(?:${column.datatype.format})$`)
    for (const line of lines.slice(1)) if (line[i] !== '' && !pattern.test(line[i])) complain(path, `${line[i]} is not written as described`)
  }
  count('CSVW rows', lines.length - 1)
  count('CSVW files')
}

// ---- Data Package

function judgePackage () {
  const file = 'data/datapackage.json'
  const descriptor = JSON.parse(read(file))
  if (standards) {
    const ajv = new Ajv({ strict: false, allErrors: true, formats: { textarea: true } })
    addFormats(ajv)
    const validate = ajv.compile(JSON.parse(readFileSync(join(standards, 'datapackage.json'), 'utf8')))
    if (!validate(descriptor)) complain(file, JSON.stringify(validate.errors.slice(0, 5)))
    count('Data Package profile')
  }
  const resources = Object.fromEntries(descriptor.resources.map(resource => [resource.name, resource]))
  if (Object.keys(resources).length !== descriptor.resources.length) complain(file, 'two resources of one name')
  const told = new Set(descriptor.resources.map(resource => `data/${resource.path}`))
  for (const path of files('data').filter(path => path.endsWith('.csv'))) if (!told.has(path)) complain(file, `does not tell of ${path}`)
  const rows = Object.fromEntries(descriptor.resources.map(resource => [resource.name, rowsOf(`data/${resource.path}`)]))
  for (const resource of descriptor.resources) {
    const { fields, primaryKey, foreignKeys = [], missingValues } = resource.schema
    if (!missingValues.every(one => one.label)) complain(file, `${resource.name}: what is missing has no label`)
    if (resource.bytes !== statSync(join(site, 'data', resource.path)).size) complain(file, `${resource.name} is not of ${resource.bytes} bytes`)
    const table = rows[resource.name]
    for (const field of fields) {
      const pattern = field.constraints?.pattern && new RegExp(`^(?:${field.constraints.pattern})$`)
      for (const row of table) {
        const cell = row[field.name]
        if (cell === '') { if (field.constraints?.required) complain(file, `${resource.name}: ${field.name} is empty`); continue }
        if (field.type === 'number' && !isNumber(cell)) complain(file, `${resource.name}: ${field.name} ${cell} is no number`)
        if (pattern && !pattern.test(cell)) complain(file, `${resource.name}: ${field.name} ${cell} is not as described`)
      }
    }
    if (primaryKey && new Set(table.map(row => JSON.stringify(primaryKey.map(column => row[column])))).size !== table.length) complain(file, `${resource.name}: rows share a key`)
    for (const { fields: [own], reference } of foreignKeys) {
      const known = new Set(rows[reference.resource].map(row => row[reference.fields[0]]))
      for (const row of table) if (row[own] !== '' && !known.has(row[own])) complain(file, `${resource.name}: ${own} '${row[own]}' is not in ${reference.resource}`)
      count('foreign keys')
    }
  }
  if (!descriptor.sources.every(source => source.title && source.version)) complain(file, 'a source without title or version')
}

// ---- JSON-stat

function judgeCubes (prefix) {
  const collection = JSON.parse(read(`${prefix}data/indicators.json`))
  assert.equal(JSONstat(collection).class, 'collection')
  const byIndicator = groupBy(observations, row => row.indicator)
  if (collection.link.item.length !== byIndicator.size) complain(`${prefix}data/indicators.json`, 'does not list each indicator')
  for (const [indicator, rows] of byIndicator) {
    const file = `${prefix}data/indicators/${indicator}.json`
    const raw = JSON.parse(read(file))
    const cube = JSONstat(raw)
    if (cube.class !== 'dataset' || raw.version !== '2.0') complain(file, 'is no dataset')
    if (cube.n !== raw.size.reduce((a, b) => a * b)) complain(file, 'its size is not that of its dimensions')
    if (raw.id.some((id, i) => cube.Dimension(id).length !== raw.size[i])) complain(file, 'id and size differ')
    if (Object.keys(raw.status).length !== rows.length) complain(file, `has ${Object.keys(raw.status).length} figures of ${rows.length}`)
    for (const row of rows) {
      const cell = cube.Data({ indicator, area: row.area, period: row.period })
      const expected = isNumber(row.value) ? Number(row.value) : null
      if ((cell.value ?? null) !== expected) complain(file, `${row.area} ${row.period}: ${cell.value}, the CSV file has ${row.value}`)
      const status = isNumber(row.value) || row.value === '' ? row.status : `${row.status};${/.\.\../.test(row.value) ? 'range' : 'bound'}`
      if (cell.status !== (status || 'A')) complain(file, `${row.area} ${row.period}: status ${cell.status}, not ${status}`)
      if (!raw.extension.status.label[cell.status]) complain(file, `status ${cell.status} has no label`)
      if (expected === null && row.value !== '' && !raw.extension.inexact) complain(file, `${row.value} is lost`)
      if (!cube.Dimension('area').Category(row.area).label) complain(file, `${row.area} has no label`)
    }
    count('JSON-stat figures', rows.length)
  }
}

// ---- Workbooks

async function judgeWorkbook (path) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(site, path))
  if (!workbook.title || !workbook.creator || !workbook.created) complain(path, 'no title, author or date')
  const numbers = []
  workbook.worksheets.forEach((sheet, i) => {
    if (sheet.model.merges.length > 0) complain(path, `${sheet.name}: merged cells`)
    const tables = Object.values(sheet.tables)
    if (i === 0) {
      if (tables.length > 0) complain(path, 'a table on the cover')
      const language = /^([a-z]{2})\/data\//.exec(path)?.[1] ?? languages[0]
      const own = new Intl.DisplayNames([language], { type: 'language' }).of(language).toLowerCase()
      let says = language === 'fr'
      sheet.eachRow(row => { if (String(row.getCell(1).value).toLowerCase().endsWith(`: ${own}`)) says = true })
      if (!says) complain(path, `does not say that it is in ${own}`)
      return
    }
    if (tables.length !== 1) { complain(path, `${sheet.name}: ${tables.length} tables`); return }
    const { name, tableRef, columns } = tables[0].table ?? tables[0]
    if (!/^[a-z_0-9]+$/.test(name)) complain(path, `${sheet.name}: the table is called ${name}`)
    if (!tableRef.startsWith('A1:')) complain(path, `${sheet.name}: the table begins at ${tableRef}`)
    if (new Set(columns.map(column => column.name)).size !== columns.length) complain(path, `${sheet.name}: two columns of one name`)
    sheet.eachRow((row, number) => {
      for (let column = 1; column <= columns.length; column++) {
        const { value } = row.getCell(column)
        if (value === null || value === '') complain(path, `${sheet.name}: row ${number} column ${column} is blank`)
        if (number > 1 && value?.formula) complain(path, `${sheet.name}: a formula`)
      }
    })
  })
  // The other reader.
  const other = XLSX.readFile(join(site, path))
  assert.deepEqual(other.SheetNames, workbook.worksheets.map(sheet => sheet.name))
  const notes = new Set(XLSX.utils.sheet_to_json(other.Sheets[other.SheetNames[2]], { header: 1 }).slice(1).map(row => row[0]))
  const contents = XLSX.utils.sheet_to_json(other.Sheets[other.SheetNames[1]], { header: 1 }).slice(1)
  let rows = 0
  for (const name of other.SheetNames.slice(3)) {
    const table = XLSX.utils.sheet_to_json(other.Sheets[name], { header: 1 })
    const told = contents.find(row => row[0] === name)
    if (told?.[2] !== table.length - 1) complain(path, `the contents tell of ${told?.[2]} rows in ${name}, not ${table.length - 1}`)
    for (const row of table.slice(1)) {
      rows++
      if (typeof row[4] === 'number') numbers.push(row[4])
      for (const note of String(row[10]).match(/\[[^\]]+\]/g) ?? []) {
        if (/\d/.test(note) && !notes.has(note)) complain(path, `${note} is not among the notes`)
      }
    }
  }
  count('workbooks')
  return { rows, numbers }
}

async function judgeWorkbooks (prefix) {
  const points = rows => rows.filter(row => isNumber(row.value)).map(row => Number(row.value))
  const compare = async (path, rows) => {
    const found = await judgeWorkbook(path)
    if (found.rows !== rows.length) complain(path, `${found.rows} rows of ${rows.length}`)
    // "About" is written in words; every other number is one, zero too.
    const expected = points(rows)
    // A cell holds the first digits of a quotient.
    const missing = found.numbers.filter(number => !expected.some(one => Math.abs(one - number) <= 1e-12 * Math.abs(one)))
    if (missing.length > 0) complain(path, `${missing} are in no CSV file`)
    if (expected.includes(0) && !found.numbers.includes(0)) complain(path, 'zeros are lost')
    count('numbers in workbooks', found.numbers.length)
  }
  await compare(`${prefix}data/report.xlsx`, observations)
  for (const [region, rows] of groupBy(observations, row => row.region)) await compare(`${prefix}data/regions/${region}.xlsx`, rows)
  for (const [indicator, rows] of groupBy(observations, row => row.indicator)) await compare(`${prefix}data/indicators/${indicator}.xlsx`, rows)
}

// ---- Claims

async function judgeClaims () {
  const file = 'data/claims.json'
  const ledger = JSON.parse(read(file))
  const [expanded] = await jsonld.expand(ledger, { base: 'https://site.test/data/claims.json', documentLoader: url => { throw new Error(`asks for ${url}`) } })
  const claims = expanded['https://schema.org/hasPart'] ?? []
  if (claims.length !== ledger.hasPart.length) complain(file, 'claims are lost')
  for (const claim of claims) if (claim['@type'][0] !== 'https://schema.org/Claim') complain(file, `${claim['@id']} is no Claim`)
  const key = row => [row.indicator, row.area, row.period, row.value ?? '', row.unit, row.status].join('|')
  const known = new Set(rowsOf('data/all-observations.csv').map(key)) // some read a figure as printed
  for (const claim of ledger.hasPart) {
    if (Object.keys(claim.text).length === 0) complain(file, `${claim.identifier} is said nowhere`)
    if (claim.values.length + claim.citation.length === 0) complain(file, `${claim.identifier} has no evidence`)
    for (const value of claim.values) {
      if (!known.has(key(value))) complain(file, `${claim.identifier}: ${key(value)} is in no CSV file`)
      count('figures of claims')
    }
    count('claims')
  }
}

// ---- The catalogue

const quadText = quad => [quad.subject.value, quad.predicate.value, quad.object.value, quad.object.language ?? '', quad.object.datatype?.value ?? ''].join(' ')
const turtle = (text, baseIRI) => new Parser({ baseIRI }).parse(text)

async function judgeCatalogue () {
  const base = 'https://site.test/data/catalog'
  const quads = turtle(read('data/catalog.ttl'), `${base}.ttl`)
  const same = await quadsOfJsonLd(read('data/catalog.jsonld'), `${base}.ttl`)
  assert.deepEqual(new Set(same.map(quadText)), new Set(quads.map(quadText)), 'Turtle and JSON-LD say different things')
  const data = rdf.dataset(quads)
  await holdTo('our shapes', [join(here, 'shapes.ttl')], data)
  if (standards) {
    const shapesOf = folder => readdirSync(join(standards, folder)).filter(name => name.endsWith('.ttl')).map(name => join(standards, folder, name))
    await holdTo('DCAT-AP', shapesOf('dcat-ap'), data)
    if (country === 'nl') await holdTo('DCAT-AP-NL', shapesOf('dcat-ap-nl'), data)
    if (country === 'de') await holdTo('DCAT-AP.de', shapesOf('dcat-ap-de'), data)
  }
  for (const quad of quads) {
    if (quad.predicate.value !== 'http://www.w3.org/ns/dcat#downloadURL') continue
    const path = quad.object.value.replace('https://site.test/', '').replace(/^https:\/\/report\.example\/two\/|^https:\/\/regioscope\.example\//, '')
    if (!existsSync(join(root, path))) complain('data/catalog.ttl', `${path} is not there`)
    count('downloads')
  }
}

async function holdTo (name, shapeFiles, data) {
  const shapes = rdf.dataset(shapeFiles.flatMap(file => turtle(readFileSync(file, 'utf8'), `file://${file}`)))
  const report = await new SHACLValidator(shapes, { allowNamedNodeInList: true }).validate(data)
  const violations = report.results.filter(result => result.severity?.value.endsWith('Violation'))
  for (const result of violations.slice(0, 12))
    complain('data/catalog.ttl', `${name}: ${result.focusNode?.value} ${result.path?.value ?? ''} ${result.value?.value ?? ''} ${result.message.map(one => one.value).join(' ')} (${result.sourceConstraintComponent?.value.split('#')[1]})`)
  const rest = report.results.length - violations.length
  console.log(`${name}: ${violations.length} violations, ${rest} recommendations`)
  if (process.env.VERBOSE) for (const result of report.results) if (!violations.includes(result)) console.log('  ', result.focusNode?.value, result.path?.value, result.message.map(one => one.value).join(' '))
  count(`shapes of ${name}`)
}

// ---- Every figure on every page

// What a page shows of a figure is its number in the reader's manner: found again, digit for digit, among the numbers of the CSV files.
function judgePages () {
  const exported = new Set()
  for (const path of files('data').filter(path => path.endsWith('.csv')))
    for (const line of parse(read(path)).slice(1)) for (const cell of line) for (const number of cell.match(/-?\d+(\.\d+)?/g) ?? []) exported.add(Math.abs(Number(number)))
  const numbers = [...exported]
  const scales = [[/miljard|Milliarde|billion/, 1e9], [/miljoen|Million|Mio|mln|million/, 1e6]]
  const known = new Map()
  const isExported = (text, language) => {
    if (known.has(language + text)) return known.get(language + text)
    const scale = scales.find(([word]) => word.test(text))?.[1] ?? 1
    const found = (text.match(/\d[\d.,\u00a0\u202f]*\d|\d/g) ?? []).every(token => {
      const [thousands, decimal] = language === 'en' ? [',', '.'] : [/[.\u00a0\u202f]/g, ',']
      const plain = token.replaceAll(thousands, '').replace(decimal, '.')
      const digits = plain.split('.')[1]?.length ?? 0
      return numbers.some(number => Math.abs(number / scale - Number(plain)) <= 0.5000001 * 10 ** -digits)
    })
    known.set(language + text, found)
    return found
  }
  // An older edition beside this one has data of its own, and is judged by itself. Facts of profiles lead to their document, figures to a place in it.
  for (const path of readdirSync(site, { recursive: true }).filter(path => path.endsWith('.html') && !path.startsWith('editions/'))) {
    const language = languages.find((language, i) => i > 0 && path.startsWith(`${language}/`)) ?? languages[0]
    for (const [, text] of read(path).matchAll(/<a class="datum" href="[^"]*#[^"]*"[^>]*>([^<]*)<\/a>/g)) {
      count('figures on pages')
      if (!isExported(text, language)) complain(path, `'${text}' is in no export`)
    }
  }
}

for (const path of files('data').filter(path => path.endsWith('.csv'))) {
  if (!existsSync(join(site, `${path}-metadata.json`))) complain(path, 'nothing tells of its columns')
  else await judgeDescription(`${path}-metadata.json`)
}
judgePackage()
for (const prefix of prefixes) {
  judgeCubes(prefix)
  await judgeWorkbooks(prefix)
}
await judgeClaims()
await judgeCatalogue()
judgePages()

for (const what of ['CSVW files', 'CSVW rows', 'foreign keys', 'JSON-stat figures', 'workbooks', 'numbers in workbooks', 'claims', 'figures of claims', 'downloads', 'figures on pages'])
  if (!looked[what]) complain(site, `no ${what} were looked at`)
console.log(Object.entries(looked).map(([what, number]) => `${number} ${what}`).join(', '))
if (complaints.length > 0) {
  console.log([...new Set(complaints)].slice(0, 60).join('\n'))
  console.log(`${complaints.length} complaints`)
  process.exit(1)
}
